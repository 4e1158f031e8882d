import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ReadParameter } from '../../common/action';
import { BadInput } from '../../common/badInput';
import { filled, optionalText } from '../../common/text';
import { wholeNumber } from '../../common/wholeNumber';
import { yesOrNo } from '../../common/yesOrNo';

/** As many digits, and tries, as Telnyx takes. */
const MOST = 128;

const options: INodeProperties[] = [
	{
		displayName: 'Max Digits',
		name: 'maximumDigits',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: MOST },
		default: 1,
		description: 'How many keys are enough',
	},
	{
		displayName: 'Max Tries',
		name: 'maximumTries',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: MOST },
		default: 3,
		description: 'How often the text or file is heard while nothing is pressed',
	},
	{
		displayName: 'Min Digits',
		name: 'minimumDigits',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: MOST },
		default: 1,
		description: 'How many keys are needed',
	},
	{
		displayName: 'Terminating Digit',
		name: 'terminatingDigit',
		type: 'string',
		default: '#',
		placeholder: 'e.g. #',
		description: 'The key that says that no more follow',
	},
	{
		displayName: 'Timeout (Seconds)',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 120 },
		default: 60,
		description: 'How long Telnyx waits for the first key once it is still',
	},
	{
		displayName: 'Timeout Between Digits (Seconds)',
		name: 'interDigitTimeout',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 120 },
		default: 5,
		description: 'How long Telnyx waits for the next key',
	},
	{
		displayName: 'Valid Digits',
		name: 'validDigits',
		type: 'string',
		default: '',
		placeholder: 'e.g. 123',
		description: 'The keys that count; all of them where nothing is said',
	},
];

/** The fields for keys that are asked for. */
export const digitFields: INodeProperties[] = [
	{
		displayName: 'Ask for Digits',
		name: 'askForDigits',
		type: 'boolean',
		default: false,
		description:
			'Whether Telnyx waits for keys that the person presses. They arrive at the Voice Call Trigger with the event call.gather.ended, in call.digits.',
	},
	{
		displayName: 'Digit Options',
		name: 'digitOptions',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options,
		displayOptions: { show: { askForDigits: [true] } },
	},
];

/**
 * How keys are asked for, as Telnyx takes it.
 *
 * @returns `undefined` where none are
 * @throws BadInput for an option that cannot be right
 */
export function digitsAskedFor(read: ReadParameter): IDataObject | undefined {
	if (yesOrNo(read('askForDigits'), 'Ask for Digits') !== true) return undefined;
	const option = (name: string) => read(`digitOptions.${name}`);
	const number = (name: string, label: string, to = MOST) =>
		wholeNumber(option(name), label, { from: 1, to });
	const seconds = (name: string, label: string) => {
		const entered = number(name, label, 120);
		return entered === undefined ? undefined : entered * 1000;
	};
	return filled({
		minimum_digits: number('minimumDigits', 'Min Digits'),
		maximum_digits: number('maximumDigits', 'Max Digits'),
		maximum_tries: number('maximumTries', 'Max Tries'),
		timeout_millis: seconds('timeout', 'Timeout'),
		inter_digit_timeout_millis: seconds('interDigitTimeout', 'Timeout Between Digits'),
		terminating_digit: keys(option('terminatingDigit'), 'Terminating Digit', /^[0-9*#]$/),
		valid_digits: keys(option('validDigits'), 'Valid Digits', /^[0-9*#]+$/),
	});
}

function keys(value: unknown, label: string, form: RegExp): string {
	const entered = optionalText(value);
	if (entered === '' || form.test(entered)) return entered;
	throw new BadInput(`${label} holds something that is not a key.`, 'Write 0-9, * or #.');
}
