import { BadInput } from '../../common/badInput';
import { phoneNumber } from '../../common/phoneNumber';

const EXPECTED = 'Write numbers with a plus and the country code, with commas between them.';

/**
 * The numbers that a broadcast calls, in E.164 form.
 *
 * @param value text with commas or lines between the numbers, or a list that an expression gave
 * @throws BadInput when one is none, stands there twice, or there are none
 */
export function recipientsOf(value: unknown): string[] {
	const written: unknown[] = Array.isArray(value)
		? value
		: String(value ?? '')
				.split(/[,;\n]/)
				.map((part) => part.trim())
				.filter((part) => part !== '');
	if (written.length === 0) throw new BadInput('Recipients is empty.', EXPECTED);
	const numbers = written.map((one, at) => phoneNumber(one, `Recipient ${at + 1}`));
	const twice = numbers.find((number, at) => numbers.indexOf(number) !== at);
	if (twice !== undefined) {
		throw new BadInput(
			`Recipients holds ${twice} twice.`,
			'Remove one: each number is called for each time that it stands there.',
		);
	}
	return numbers;
}
