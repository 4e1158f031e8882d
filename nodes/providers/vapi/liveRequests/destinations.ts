import type { IDataObject } from 'n8n-workflow';
import {
	notTaken,
	only,
	respondWith,
	resultText,
	unlessEmpty,
	withFields,
} from '../../common/liveAnswer';
import type { GivenAnswer, LiveRequest } from '../../common/liveRequest';
import { filled } from '../../common/text';
import { oneQuestion } from './message';

const FOR_ASSISTANTS = ['agent', 'transfer', 'reject', 'json'] as const;
const FOR_TRANSFERS = ['transfer', 'reject', 'json'] as const;
const FOR_HANDOFFS = ['agent', 'reject', 'json'] as const;

/**
 * Somebody calls a number that has no assistant of its own. What the person is told as an error is
 * spoken, and wins over everything else; a destination wins over an assistant.
 *
 * @see https://docs.vapi.ai/server-url/events
 */
export const assistantRequest: LiveRequest = {
	value: 'assistant-request',
	name: 'Assistant Request',
	description: 'Somebody calls a number without an assistant: who takes the call?',
	limit: { seconds: 7.5, adjustable: false, documented: true },
	answers: FOR_ASSISTANTS,
	questions: (payload) => oneQuestion(payload, 'assistant-request'),
	respond(answers) {
		const given = only(answers);
		if (given.kind === 'agent') {
			return respondWith(withFields(assistantOf(given), given));
		}
		if (given.kind === 'transfer') return respondWith(destinationOf(given));
		if (given.kind === 'reject') return respondWith({ error: given.message });
		throw notTaken(given, 'an assistant request', FOR_ASSISTANTS);
	},
	failure: (_questions, message) => respondWith({ error: message }),
};

/** The assistant wants to transfer the call and does not know where to. */
export const transferDestinationRequest: LiveRequest = {
	value: 'transfer-destination-request',
	name: 'Transfer Destination Request',
	description: 'The assistant wants to transfer the call: where to?',
	limit: { seconds: 20, adjustable: true, documented: false },
	answers: FOR_TRANSFERS,
	questions: (payload) => oneQuestion(payload, 'transfer-destination-request'),
	respond(answers) {
		const given = only(answers);
		if (given.kind === 'transfer') return respondWith(destinationOf(given));
		if (given.kind === 'reject') return respondWith({ error: given.message });
		throw notTaken(given, 'a transfer destination request', FOR_TRANSFERS);
	},
	failure: (_questions, message) => respondWith({ error: message }),
};

/** The assistant wants to hand the conversation to another one. */
export const handoffDestinationRequest: LiveRequest = {
	value: 'handoff-destination-request',
	name: 'Handoff Destination Request',
	description: 'The assistant wants to hand over to another assistant: to which?',
	limit: { seconds: 20, adjustable: true, documented: false },
	answers: FOR_HANDOFFS,
	questions: (payload) => oneQuestion(payload, 'handoff-destination-request', ['parameters']),
	respond(answers) {
		const given = only(answers);
		if (given.kind === 'agent') {
			const destination = withFields({ type: 'assistant', ...assistantOf(given) }, given);
			return respondWith({ destination });
		}
		if (given.kind === 'reject') return respondWith({ error: given.message });
		throw notTaken(given, 'a handoff destination request', FOR_HANDOFFS);
	},
	failure: (_questions, message) => respondWith({ error: message }),
};

function assistantOf(given: GivenAnswer & { kind: 'agent' }): IDataObject {
	const assistantOverrides = unlessEmpty({
		...given.overrides,
		...(unlessEmpty(given.variables) === undefined ? {} : { variableValues: given.variables }),
	});
	return filled({ assistantId: given.agentId, assistantOverrides }) as IDataObject;
}

/** A number or a SIP address, with what the caller hears before. */
function destinationOf(given: GivenAnswer & { kind: 'transfer' }): IDataObject {
	const isSip = /^sips?:/i.test(given.to);
	const place = isSip
		? { type: 'sip', sipUri: given.to }
		: { type: 'number', phoneNumber: given.to };
	const message = resultText(given.message);
	return { destination: withFields({ ...place, ...filled({ message }) }, given) };
}
