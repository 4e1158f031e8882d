import type { IDataObject } from 'n8n-workflow';
import { BadInput } from '../common/badInput';
import { notTaken, only, respondWith, unlessEmpty, withFields } from '../common/liveAnswer';
import type { GivenAnswer, LiveRequest, LiveRequests } from '../common/liveRequest';
import { liveSecretProof } from '../common/liveSecret';
import { textAt } from '../common/reading';
import { filled } from '../common/text';
import { TOOL_ANSWERS, toolAnswer, toolFailure } from '../common/toolAnswer';
import { variables } from './variables';

const FOR_CONVERSATIONS = ['agent', 'json'] as const;
const TYPE = 'conversation_initiation_client_data';

/**
 * Somebody calls a number whose agent fetches what it needs to know. An answer without its type makes
 * calls fail silently; the variables have to be all that the agent defines.
 *
 * @see https://elevenlabs.io/docs/eleven-agents/customization/personalization/twilio-personalization
 */
const conversationInitiation: LiveRequest = {
	value: 'conversation-initiation',
	name: 'Conversation Initiation',
	description: 'Somebody calls: what is the agent told?',
	limit: { seconds: 5, adjustable: true, documented: false },
	answers: FOR_CONVERSATIONS,
	questions(payload) {
		const isCall = ['caller_id', 'agent_id', 'called_number'].every(
			(name) => textAt(payload, name) !== null,
		);
		return isCall ? [{ id: null, name: null, parameters: payload }] : undefined;
	},
	call: (payload) => ({
		id: textAt(payload, 'conversation_id'),
		status: 'ringing',
		direction: 'inbound',
		from: textAt(payload, 'caller_id'),
		to: textAt(payload, 'called_number'),
		agentId: textAt(payload, 'agent_id'),
	}),
	respond(answers) {
		const given = only(answers);
		if (given.kind !== 'agent') {
			throw notTaken(given, 'a conversation initiation', FOR_CONVERSATIONS);
		}
		return respondWith(initiationOf(given));
	},
	failure: () => respondWith({ type: TYPE, dynamic_variables: {} }),
};

function initiationOf(given: GivenAnswer & { kind: 'agent' }): IDataObject {
	if (given.agentId !== '') {
		throw new BadInput(
			'ElevenLabs lets no other agent take the call here.',
			'Leave Agent ID empty, and give variables and overrides for the agent that was called.',
		);
	}
	const overrides = unlessEmpty(given.overrides);
	const known = {
		type: TYPE,
		dynamic_variables: variables(given.variables),
		...filled({ conversation_config_override: overrides }),
	};
	return withFields(known, given);
}

/**
 * A server tool of an agent. Its body is what the tool's form says, so everything but a conversation's
 * start is one.
 *
 * @see https://elevenlabs.io/docs/eleven-agents/customization/tools/server-tools
 */
const serverTool: LiveRequest = {
	value: 'server-tool',
	name: 'Server Tool',
	description: 'The agent calls a tool of yours',
	limit: { seconds: 20, adjustable: true, documented: true },
	answers: TOOL_ANSWERS,
	questions: (payload, { query }) => [{ id: null, name: query('tool'), parameters: payload }],
	call: (payload) => ({ id: textAt(payload, 'conversation_id', 'system__conversation_id') }),
	respond: (answers) => toolAnswer(answers),
	failure: (_questions, message) => toolFailure(message),
};

export const live: LiveRequests = {
	requests: [conversationInitiation, serverTool],
	proof: liveSecretProof,
	notice:
		'For the conversation initiation webhook, or a server tool of an agent (method POST), set the second URL of this node, and add the header <b>x-voice-call-secret</b> with the live request secret of the credential: ElevenLabs does not sign these. The secret says who sends, and nothing about what is sent. End the workflow with <b>Voice Call: Answer live request</b>. <a href="https://elevenlabs.io/docs/eleven-agents/customization/tools/server-tools" target="_blank">Server tools</a>',
};
