import { BadInput } from './badInput';
import { optionalText } from './text';

/**
 * The idempotency key that a person chose for a header, or the empty text.
 *
 * @throws BadInput for one that no header can carry
 */
export function idempotencyKey(value: unknown): string {
	const key = optionalText(value);
	if (/^[\x20-\x7e]{0,255}$/.test(key)) return key;
	throw new BadInput(
		'Idempotency Key cannot be sent: it is too long or has unusual characters.',
		'Use at most 255 plain letters, digits and punctuation marks.',
	);
}
