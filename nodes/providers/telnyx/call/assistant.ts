import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ReadParameter } from '../../common/action';
import { BadInput } from '../../common/badInput';
import { jsonObject, nonEmpty } from '../../common/jsonObject';
import { filled, optionalText } from '../../common/text';

/** What an assistant is told for one call. */
export const assistantOptions: INodeProperties[] = [
	{
		displayName: 'Assistant Greeting',
		name: 'assistantGreeting',
		type: 'string',
		default: '',
		placeholder: 'e.g. Hello, this is Example Ltd.',
		description:
			'What the assistant says first, up to 3,000 characters, in place of the greeting that it has',
	},
	{
		displayName: 'Assistant Variables (JSON)',
		name: 'assistantVariables',
		type: 'json',
		default: '{}',
		placeholder: 'e.g. {"name": "Alex"}',
		description:
			'A JSON object with the values of the variables in the assistant’s texts: texts, numbers, true or false',
	},
];

/**
 * The assistant of a call, as Telnyx takes it in `assistant`.
 *
 * @param id the assistant's; the empty text for none
 * @returns `undefined` for none
 * @throws BadInput for what an assistant is told where there is none
 * @see https://developers.telnyx.com/api-reference/call-commands/dial
 */
export function assistantOf(id: string, read: ReadParameter): IDataObject | undefined {
	const told = filled({
		greeting: optionalText(read('additionalFields.assistantGreeting')),
		dynamic_variables: nonEmpty(
			jsonObject(read('additionalFields.assistantVariables'), 'Assistant Variables (JSON)'),
		),
	});
	if (id !== '') return { id, ...told };
	if (Object.keys(told).length === 0) return undefined;
	throw new BadInput(
		'There is something for an assistant, but no assistant.',
		'Choose one in Assistant, or empty Assistant Greeting and Assistant Variables.',
	);
}
