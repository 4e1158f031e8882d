import { BadInput } from './badInput';
import { phoneNumber } from './phoneNumber';
import { optionalText } from './text';

/** What can be seen of ASCII. @see https://www.rfc-editor.org/rfc/rfc3261#section-19.1 */
const SIP_ADDRESS = /^sips?:[!-?A-~]+@[!-?A-~]+$/i;

/**
 * A SIP address, e.g. `sip:+14155550123@trunk.example.com`.
 *
 * @param label how the form calls the field
 * @throws BadInput when it is empty, or none
 */
export function sipAddress(value: unknown, label: string): string {
	const address = optionalText(value);
	if (SIP_ADDRESS.test(address)) return address;
	throw new BadInput(
		address === '' ? `${label} is empty.` : `${label} is not a SIP address.`,
		'Write it as sip:number@host, e.g. sip:+14155550123@trunk.example.com.',
	);
}

/**
 * Who is called where that is a phone number or a SIP address.
 *
 * @throws BadInput for what is neither
 */
export function numberOrSipAddress(value: unknown, label: string): string {
	const isSip = /^sips?:/i.test(optionalText(value));
	return isSip ? sipAddress(value, label) : phoneNumber(value, label);
}
