import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../../verification/json';
import { parametersOf, notTaken, respondWith, resultLine } from '../../common/liveAnswer';
import type { Answered, LiveRequest, Question } from '../../common/liveRequest';
import { member, objectAt, textAt } from '../../common/reading';
import { messageOf } from './message';

const ANSWERS = ['result', 'error', 'json'] as const;

/**
 * An assistant wants tools to run. Vapi writes a call in two ways, flat or with a `function`, and wants
 * a line of text for each, in the same order.
 *
 * @see https://docs.vapi.ai/server-url/events
 * @see https://docs.vapi.ai/tools/custom-tools-troubleshooting
 */
export const toolCalls: LiveRequest = {
	value: 'tool-calls',
	name: 'Tool Calls',
	description: 'The assistant wants one or more tools to run',
	limit: { seconds: 20, adjustable: true, documented: true },
	answers: ANSWERS,
	questions(payload) {
		const message = messageOf(payload, 'tool-calls');
		if (message === undefined) return undefined;
		const calls = callsOf(message);
		return calls.length === 0 ? undefined : calls.map(questionOf);
	},
	respond: (answers) => respondWith({ results: answers.map(resultOf) }),
	failure: (questions, message) =>
		respondWith({
			results: questions.map((question) => ({ ...named(question), error: resultLine(message) })),
		}),
};

/** The calls themselves; the other list says the tool beside each of them. */
function callsOf(message: IDataObject): IDataObject[] {
	const plain = objectsAt(message, 'toolCallList');
	if (plain.length > 0) return plain;
	return objectsAt(message, 'toolWithToolCallList').map((tool) => ({
		name: member(tool, 'name') as IDataObject[string],
		...objectAt(tool, 'toolCall'),
	}));
}

function objectsAt(source: IDataObject, key: string): IDataObject[] {
	const list = member(source, key);
	return Array.isArray(list) ? (list.filter(isObject) as IDataObject[]) : [];
}

function questionOf(call: IDataObject): Question {
	const asFunction = objectAt(call, 'function');
	return {
		id: textAt(call, 'id'),
		name: textAt(call, 'name') ?? textAt(asFunction, 'name'),
		parameters: parametersOf(
			member(call, 'parameters'),
			member(call, 'arguments'),
			member(asFunction, 'arguments'),
			member(asFunction, 'parameters'),
		),
	};
}

function resultOf({ question, given }: Answered) {
	if (given.kind === 'error') return { ...named(question), error: resultLine(given.message) };
	if (given.kind !== 'result') throw notTaken(given, 'a tool call', ANSWERS);
	return { ...named(question), result: resultLine(given.value) };
}

function named({ id, name }: Question) {
	return { toolCallId: id, ...(name === null ? {} : { name }) };
}
