import type { IDataObject } from 'n8n-workflow';
import {
	notTaken,
	only,
	respondWith,
	textVariables,
	unlessEmpty,
	withFields,
} from '../common/liveAnswer';
import type { GivenAnswer, LiveRequest, LiveRequests } from '../common/liveRequest';
import { member, objectOrNull, textAt } from '../common/reading';
import { filled } from '../common/text';
import { TOOL_ANSWERS, toolAnswer, toolFailure } from '../common/toolAnswer';

const FOR_INBOUND = ['agent', 'reject', 'json'] as const;

/**
 * Somebody calls, or writes to, a number with an inbound webhook. All members of the answer may be left
 * out: then the number's own agent takes it.
 *
 * @see https://docs.retellai.com/features/inbound-call-webhook
 */
function inbound(part: 'call_inbound' | 'chat_inbound', name: string, what: string): LiveRequest {
	return {
		value: part,
		name,
		description: `Somebody ${what} a number of yours: which agent takes it, and what is it told?`,
		limit: { seconds: 10, adjustable: false, documented: true },
		answers: FOR_INBOUND,
		questions(payload) {
			const asked = objectOrNull(payload, part);
			if (textAt(payload, 'event') !== part || asked === null) return undefined;
			return [{ id: null, name: null, parameters: asked }];
		},
		call(payload) {
			const asked = objectOrNull(payload, part) ?? {};
			return {
				status: 'ringing',
				direction: 'inbound',
				from: textAt(asked, 'from_number'),
				to: textAt(asked, 'to_number'),
				agentId: textAt(asked, 'agent_id'),
			};
		},
		respond(answers) {
			const given = only(answers);
			// A rejection counts only alone.
			if (given.kind === 'reject') return respondWith({ [part]: { reject: true } });
			if (given.kind === 'agent') return respondWith({ [part]: agentOf(given) });
			throw notTaken(given, 'an inbound webhook', FOR_INBOUND);
		},
		failure: () => respondWith({ [part]: {} }),
	};
}

function agentOf(given: GivenAnswer & { kind: 'agent' }): IDataObject {
	const known = filled({
		override_agent_id: given.agentId,
		dynamic_variables: unlessEmpty(textVariables(given.variables)),
		agent_override: unlessEmpty(given.overrides),
	});
	return withFields(known, given);
}

/**
 * A custom function of an agent, with the call or with its arguments alone. Retell shows whatever comes
 * back to the agent, up to 15,000 characters.
 *
 * @see https://docs.retellai.com/build/single-multi-prompt/custom-function
 */
const customFunction: LiveRequest = {
	value: 'custom-function',
	name: 'Custom Function',
	description: 'The agent calls a function of yours',
	limit: { seconds: 120, adjustable: true, documented: true },
	answers: TOOL_ANSWERS,
	questions(payload, { query }) {
		if (isEvent(payload)) return undefined;
		const args = objectOrNull(payload, 'args');
		const isWhole = args !== null && objectOrNull(payload, 'call') !== null;
		const name = isWhole ? textAt(payload, 'name') : null;
		return [{ id: null, name: name ?? query('tool'), parameters: isWhole ? args : payload }];
	},
	respond: (answers) => toolAnswer(answers),
	failure: (_questions, message) => toolFailure(message),
};

/** An event has its name and its call, or its chat. */
function isEvent(payload: IDataObject): boolean {
	const type = member(payload, 'event');
	if (typeof type !== 'string') return false;
	return ['call', 'chat', 'call_inbound', 'chat_inbound'].some(
		(part) => objectOrNull(payload, part) !== null,
	);
}

export const live: LiveRequests = {
	requests: [
		inbound('call_inbound', 'Inbound Call', 'calls'),
		inbound('chat_inbound', 'Inbound Chat', 'writes to'),
		customFunction,
	],
	notice:
		'For an inbound webhook of a phone number, or a custom function of an agent (method POST), set the second URL of this node, and end the workflow with <b>Voice Call: Answer live request</b>. Retell signs both with the same key. <a href="https://docs.retellai.com/features/inbound-call-webhook" target="_blank">Inbound webhook</a>',
};
