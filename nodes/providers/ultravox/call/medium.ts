import type { IDataObject } from 'n8n-workflow';
import type { ReadParameter } from '../../common/action';
import { BadInput } from '../../common/badInput';
import { phoneNumber } from '../../common/phoneNumber';
import { sipAddress } from '../../common/sipAddress';
import { filled, optionalText } from '../../common/text';

/** By what a phone can be rung, and what Ultravox calls it. */
const PHONES = new Set(['plivo', 'telnyx', 'twilio']);

/** How the call reaches a phone. Without one of these Ultravox makes a session that nobody is called into. */
export interface Medium {
	/** Who is called, in the form in which it is sent. */
	callee: string;
	medium: IDataObject;
}

/**
 * The medium that the fields ask for.
 *
 * @throws BadInput for numbers and addresses that cannot be right
 * @see https://docs.ultravox.ai/telephony/telephony-platforms
 * @see https://docs.ultravox.ai/telephony/sip
 */
export function mediumOf(read: ReadParameter): Medium {
	const kind = optionalText(read('medium'));
	if (kind === 'sip') {
		const callee = sipAddress(read('to'), 'To');
		const outgoing = { to: callee, ...filled({ from: optionalText(read('from')) }) };
		return { callee, medium: { sip: { outgoing } } };
	}
	if (!PHONES.has(kind)) {
		throw new BadInput(
			'Call By is not one of the choices.',
			'Choose Plivo, SIP, Telnyx or Twilio.',
		);
	}
	const callee = phoneNumber(read('to'), 'To');
	const from = phoneNumber(read('from'), 'From');
	return { callee, medium: { [kind]: { outgoing: { to: callee, from } } } };
}
