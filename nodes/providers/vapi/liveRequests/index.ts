import type { IDataObject } from 'n8n-workflow';
import { notTaken, only, respondWith, resultText } from '../../common/liveAnswer';
import type { LiveRequest, LiveRequests } from '../../common/liveRequest';
import {
	assistantRequest,
	handoffDestinationRequest,
	transferDestinationRequest,
} from './destinations';
import { oneQuestion } from './message';
import { toolCalls } from './toolCalls';

const FOR_DOCUMENTS = ['result', 'json'] as const;

/** A custom knowledge base is asked for what the assistant may answer from. */
const knowledgeBaseRequest: LiveRequest = {
	value: 'knowledge-base-request',
	name: 'Knowledge Base Request',
	description: 'The assistant looks something up in a knowledge base of yours',
	limit: { seconds: 20, adjustable: true, documented: false },
	answers: FOR_DOCUMENTS,
	questions: (payload) =>
		oneQuestion(payload, 'knowledge-base-request', ['messages', 'messagesOpenAIFormatted']),
	respond(answers) {
		const given = only(answers);
		if (given.kind !== 'result') throw notTaken(given, 'a knowledge base request', FOR_DOCUMENTS);
		const { value } = given;
		return respondWith({
			documents: Array.isArray(value) ? value.map(documentOf) : [documentOf(value)],
		});
	},
	failure: () => respondWith({ documents: [] }),
};

function documentOf(value: unknown): IDataObject {
	const isDocument = typeof value === 'object' && value !== null && 'content' in value;
	return isDocument ? (value as IDataObject) : { content: resultText(value) };
}

/** A campaign asks before it dials. Everything but a clear yes is a no. */
const campaignPredial: LiveRequest = {
	value: 'campaign.predial',
	name: 'Campaign Predial',
	description: 'A campaign is about to dial somebody: may it?',
	limit: { seconds: 20, adjustable: true, documented: false },
	answers: ['json'],
	questions: (payload) => oneQuestion(payload, 'campaign.predial'),
	respond(answers) {
		throw notTaken(only(answers), 'a campaign predial', ['json']);
	},
	failure: () => respondWith({ eligible: false }),
};

/**
 * The server messages that wait for an answer. Not among them: voice-request, which wants raw sound,
 * and call.endpointing.request, which wants an answer faster than a workflow runs.
 *
 * @see https://docs.vapi.ai/server-url/events
 */
export const live: LiveRequests = {
	requests: [
		toolCalls,
		assistantRequest,
		transferDestinationRequest,
		handoffDestinationRequest,
		knowledgeBaseRequest,
		campaignPredial,
	],
	notice:
		'For messages that wait for an answer (tool calls, assistant requests, transfer destinations), set the second URL of this node as server URL, with the same server credential, and end the workflow with <b>Voice Call: Answer live request</b>. Events may go to that URL as well. <a href="https://docs.vapi.ai/server-url/events" target="_blank">Server events</a>',
};
