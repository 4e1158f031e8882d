'use strict';

/**
 * The server messages that wait for an answer (https://docs.vapi.ai/server-url/events, and the schemas of
 * `ServerMessageResponse` in Vapi's OpenAPI).
 */

const { check } = require('../../check');

/** @import { Heard, LiveFacts } from '../../live' */

/**
 * @param {string} type
 * @param {object} more
 * @param {LiveFacts} facts
 */
const message = (type, more, facts) => ({
	message: {
		type,
		timestamp: Date.now(),
		call: {
			id: facts.callId ?? 'c1',
			type: 'inboundPhoneCall',
			...(facts.agentId === undefined ? {} : { assistantId: facts.agentId }),
		},
		phoneNumber: { number: facts.to ?? '+14155550100' },
		customer: { number: facts.from ?? '+14155550123' },
		...more,
	},
});

/**
 * A call of a tool, flat as the page has it, or with a function as the schema has it.
 *
 * @param {NonNullable<LiveFacts['tools']>[number]} tool
 */
const toolCall = ({ id, name, args, flat = false }) =>
	flat
		? { id, name, parameters: args }
		: { id, type: 'function', function: { name, arguments: JSON.stringify(args) } };

const TOOLS = [{ id: 'call_1', name: 'lookUpOrder', args: { order: '4711' } }];

/**
 * Vapi ignores an answer that is not 200.
 *
 * @param {Heard} answer
 * @returns {Record<string, any>}
 */
function objectIn({ status, json }) {
	if (status !== 200) throw new Error(`status ${status}`);
	const body = json();
	if (typeof body !== 'object' || body === null || Array.isArray(body))
		throw new Error('no object');
	return body;
}

/** @param {unknown} value */
const isText = (value) => typeof value === 'string' && value !== '';

/** @param {Record<string, any>} answer */
function destinationIn({ destination }) {
	check(typeof destination === 'object' && destination !== null, 'no destination');
	const { type, phoneNumber, sipUri, assistantId } = destination;
	const isNumber = type === 'number' && /^\+\d{7,15}$/.test(phoneNumber);
	const isSip = type === 'sip' && /^sips?:/.test(sipUri);
	const isAssistant = type === 'assistant' && isText(assistantId);
	check(isNumber || isSip || isAssistant, 'a destination of no documented kind');
	return destination;
}

/**
 * The spoken error wins over the destination, that over an assistant.
 *
 * @param {Heard} answer
 */
function whoTakes(answer) {
	const body = objectIn(answer);
	if (body.error !== undefined) {
		check(isText(body.error), 'an error that is no text');
		return { error: body.error };
	}
	if (body.destination !== undefined) return { destination: destinationIn(body) };
	check(isText(body.assistantId) || typeof body.assistant === 'object', 'no assistant');
	const overrides = body.assistantOverrides;
	check(overrides === undefined || typeof overrides === 'object', 'overrides that are no object');
	return body;
}

/** @param {Heard} answer */
function destinationOrError(answer) {
	const body = objectIn(answer);
	if (body.destination !== undefined) return { destination: destinationIn(body) };
	check(isText(body.error), 'neither destination nor error');
	return { error: body.error };
}

/** @type {Record<string, import('../../live').LiveStandIn>} */
module.exports = {
	'tool-calls': {
		limitSeconds: 20,
		ask: (facts) => {
			const calls = (facts.tools ?? TOOLS).map(toolCall);
			const paired = calls.map((call) => ({
				type: 'function',
				name: call.function?.name ?? call.name,
				toolCall: call,
			}));
			return message('tool-calls', { toolCallList: calls, toolWithToolCallList: paired }, facts);
		},
		/** One result for each call, in its order, with its ID, on one line. */
		read(answer, { message: { toolCallList } }) {
			const { results } = objectIn(answer);
			check(Array.isArray(results), 'no results');
			const ids = results.map(({ toolCallId }) => toolCallId);
			const wanted = toolCallList.map((/** @type {{ id: string }} */ { id }) => id);
			check(ids.join() === wanted.join(), `results for ${ids.join()} in place of ${wanted.join()}`);
			for (const { name, result, error } of results) {
				check(isText(name), 'a result without the name of its tool');
				const said = result ?? error;
				check(typeof said === 'string', 'a result that is no text');
				check(!/[\r\n]/.test(said), 'a result of several lines');
				check((result === undefined) !== (error === undefined), 'a result and an error in one');
			}
			return results.map(({ result, error }) => (error === undefined ? { result } : { error }));
		},
	},
	'assistant-request': {
		limitSeconds: 7.5,
		ask: (facts) => message('assistant-request', {}, facts),
		read: whoTakes,
	},
	'transfer-destination-request': {
		limitSeconds: 20,
		ask: (facts) =>
			message('transfer-destination-request', {}, { agentId: 'assistant-1', ...facts }),
		read: destinationOrError,
	},
	'handoff-destination-request': {
		limitSeconds: 20,
		ask: (facts) =>
			message('handoff-destination-request', { parameters: { topic: 'billing' } }, facts),
		read: destinationOrError,
	},
	'knowledge-base-request': {
		limitSeconds: 20,
		ask: (facts) =>
			message(
				'knowledge-base-request',
				{ messagesOpenAIFormatted: [{ role: 'user', content: 'How do I return it?' }] },
				facts,
			),
		read(answer) {
			const { documents } = objectIn(answer);
			check(Array.isArray(documents), 'no documents');
			for (const { content } of documents) check(isText(content), 'a document without content');
			return { documents };
		},
	},
	'campaign.predial': {
		limitSeconds: 20,
		ask: (facts) => message('campaign.predial', {}, facts),
		read(answer) {
			const { eligible } = objectIn(answer);
			check(typeof eligible === 'boolean', 'neither yes nor no');
			return { eligible };
		},
	},
};
