import { BadInput } from '../../common/badInput';
import { optionalText } from '../../common/text';

/**
 * Keys to press, as Telnyx writes them; a number counts as text.
 *
 * @param label how the form calls the field
 * @throws BadInput when there are none, or anything else
 * @see https://developers.telnyx.com/api-reference/call-commands/send-dtmf
 */
export function digitsOf(value: unknown, label: string): string {
	const digits = optionalText(value);
	if (/^[0-9A-DwW*#]+$/.test(digits)) return digits;
	throw new BadInput(
		digits === '' ? `${label} is empty.` : `${label} holds something that is not a key.`,
		'Write 0-9, A-D, * and #; w waits half a second, W a second.',
	);
}
