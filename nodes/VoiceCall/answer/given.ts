import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { ReadParameter } from '../../providers/common/action';
import { BadInput } from '../../providers/common/badInput';
import { parseExactJson } from '../../providers/common/exactJson';
import { jsonObject } from '../../providers/common/jsonObject';
import type { AnswerKind, GivenAnswer, Reaction } from '../../providers/common/liveRequest';
import { numberOrSipAddress } from '../../providers/common/sipAddress';
import { optionalText, requiredText } from '../../providers/common/text';
import { parameterReader } from '../parameters';

/**
 * What the form gives as the answer for one item.
 *
 * @throws BadInput for a field that cannot be right
 */
export function givenAnswer(context: IExecuteFunctions, itemIndex: number): GivenAnswer {
	const read = parameterReader(context, itemIndex);
	const object = (name: string, label: string) => jsonObject(read(name), label) ?? {};
	const kind = read('answerWith') as AnswerKind;
	switch (kind) {
		case 'agent':
			return {
				kind,
				agentId: optionalText(read('agentId')),
				variables: object('variables', 'Dynamic Variables'),
				overrides: object('overrides', 'Overrides'),
				fields: object('answerFields', 'Additional Fields'),
			};
		case 'error':
			return {
				kind,
				message: requiredText(read('errorMessage'), 'Error Message', 'Say what went wrong.'),
			};
		case 'json':
			return { kind, body: bodyOf(read('answerBody')), status: statusOf(read('answerStatus')) };
		case 'reject':
			return { kind, message: optionalText(read('message')) };
		case 'result':
			return {
				kind,
				value: resultOf(read, context.getInputData()[itemIndex].json),
				reaction: (read('reaction') || 'asSet') as Reaction,
			};
		case 'transfer':
			return {
				kind,
				to: numberOrSipAddress(read('transferTo'), 'Transfer To'),
				message: optionalText(read('message')),
				fields: object('answerFields', 'Additional Fields'),
			};
		default:
			throw new BadInput('Answer With is not one of the choices.', 'Choose one.');
	}
}

function resultOf(read: ReadParameter, item: IDataObject): unknown {
	const from = read('resultFrom');
	if (from === 'item') return item;
	if (from !== 'field') return read('result');
	const field = requiredText(
		read('resultField'),
		'Result Field',
		'Give the name of a field of the input item.',
	);
	if (Object.hasOwn(item, field)) return item[field];
	throw new BadInput(
		`The input item has no field ${field}.`,
		'Correct Result Field, or have the node before give an item with this field.',
	);
}

/** Any JSON; text that is none is not repaired. */
function bodyOf(value: unknown): unknown {
	const body = typeof value === 'string' ? parsed(value) : value;
	if (body !== undefined) return body;
	throw new BadInput('Body is not JSON.', 'Correct it, or use an expression that gives an object.');
}

function parsed(text: string): unknown {
	try {
		return parseExactJson(text);
	} catch {
		return undefined;
	}
}

function statusOf(value: unknown): number {
	const status = Number(value === '' ? 200 : value);
	if (Number.isInteger(status) && status >= 200 && status <= 599) return status;
	throw new BadInput('Status is not an HTTP status.', 'Give a whole number from 200 to 599.');
}
