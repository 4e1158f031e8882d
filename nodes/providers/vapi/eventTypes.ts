import type { EventType } from '../common/provider';

/**
 * The server messages that report on a call. Those that wait for an answer (tool calls, assistant
 * requests, transfer destinations) are not among them: they are live requests.
 *
 * @see https://docs.vapi.ai/server-url/events
 */
export const events: readonly EventType[] = [
	{
		name: 'Assistant Started',
		value: 'assistant.started',
		description: 'The assistant began (assistant.started)',
		status: 'in-progress',
	},
	{
		name: 'Conversation Update',
		value: 'conversation-update',
		description: 'Something was said; carries the conversation so far (conversation-update)',
		status: 'in-progress',
	},
	{
		name: 'End of Call Report',
		value: 'end-of-call-report',
		description:
			'The call is over and processed; carries transcript, summary and cost (end-of-call-report)',
	},
	{
		name: 'Hang',
		value: 'hang',
		description: 'The assistant did not answer in time (hang)',
		status: 'in-progress',
	},
	{
		name: 'Language Changed',
		value: 'language-changed',
		description: 'The language of the conversation changed (language-changed)',
		status: 'in-progress',
	},
	{
		name: 'Model Output',
		value: 'model-output',
		description: 'The model wrote something (model-output)',
		status: 'in-progress',
	},
	{
		name: 'Session Created',
		value: 'session.created',
		description: 'A session was created (session.created)',
	},
	{
		name: 'Session Deleted',
		value: 'session.deleted',
		description: 'A session was deleted (session.deleted)',
	},
	{
		name: 'Session Updated',
		value: 'session.updated',
		description: 'A session was changed (session.updated)',
	},
	{
		name: 'Speech Update',
		value: 'speech-update',
		description: 'Somebody started or stopped speaking (speech-update)',
		status: 'in-progress',
	},
	{
		name: 'Status Update',
		value: 'status-update',
		description: 'The call moved on; says where it stands (status-update)',
	},
	{
		name: 'Transcript',
		value: 'transcript',
		description: 'Something was said (transcript)',
		status: 'in-progress',
	},
	{
		name: 'Transfer Update',
		value: 'transfer-update',
		description: 'The call was transferred (transfer-update)',
		status: 'in-progress',
	},
	{
		name: 'User Interrupted',
		value: 'user-interrupted',
		description: 'The person called interrupted the assistant (user-interrupted)',
		status: 'in-progress',
	},
	{
		name: 'Voice Input',
		value: 'voice-input',
		description: 'What the assistant is about to say (voice-input)',
		status: 'in-progress',
	},
];
