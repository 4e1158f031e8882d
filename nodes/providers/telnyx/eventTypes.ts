import type { EventType } from '../common/provider';

/**
 * The events that people build on; Telnyx has more, which All lets in.
 *
 * @see https://developers.telnyx.com/docs/voice/programmable-voice/voice-api-webhooks
 */
export const events: readonly EventType[] = [
	{
		name: 'Call Answered (call.answered)',
		value: 'call.answered',
		description: 'Somebody picked up',
		status: 'in-progress',
	},
	{
		name: 'Call Bridged (call.bridged)',
		value: 'call.bridged',
		description: 'The call was connected with another one',
		status: 'in-progress',
	},
	{
		name: 'Call Cost (call.cost)',
		value: 'call.cost',
		description: 'What the call cost',
	},
	{
		name: 'Call Hung Up (call.hangup)',
		value: 'call.hangup',
		description: 'The call ended or did not connect; says why',
	},
	{
		name: 'Call Initiated (call.initiated)',
		value: 'call.initiated',
		description: 'A call comes in, or is being dialed',
	},
	{
		name: 'Conversation Created (call.conversation.created)',
		value: 'call.conversation.created',
		description: 'An AI assistant began to talk',
		status: 'in-progress',
	},
	{
		name: 'Conversation Ended (call.conversation.ended)',
		value: 'call.conversation.ended',
		description: 'The conversation with an AI assistant ended',
		status: 'in-progress',
	},
	{
		name: 'Conversation Insights (call.conversation_insights.generated)',
		value: 'call.conversation_insights.generated',
		description: 'The insights of a conversation are ready',
	},
	{
		name: 'Key Pressed (call.dtmf.received)',
		value: 'call.dtmf.received',
		description: 'A key was pressed',
		status: 'in-progress',
	},
	{
		name: 'Keys Gathered (call.gather.ended)',
		value: 'call.gather.ended',
		description: 'The keys that were asked for were pressed, or not',
		status: 'in-progress',
	},
	{
		name: 'Machine Detection Ended (call.machine.detection.ended)',
		value: 'call.machine.detection.ended',
		description: 'Whether a person or a machine picked up',
		status: 'in-progress',
	},
	{
		name: 'Playback Ended (call.playback.ended)',
		value: 'call.playback.ended',
		description: 'An audio file was played',
		status: 'in-progress',
	},
	{
		name: 'Recording Saved (call.recording.saved)',
		value: 'call.recording.saved',
		description: 'A recording is ready',
	},
	{
		name: 'Recording Transcribed (call.recording.transcription.saved)',
		value: 'call.recording.transcription.saved',
		description: 'The transcription of a recording is ready',
	},
	{
		name: 'Speech Ended (call.speak.ended)',
		value: 'call.speak.ended',
		description: 'A text was spoken',
		status: 'in-progress',
	},
	{
		name: 'Transcription (call.transcription)',
		value: 'call.transcription',
		description: 'Something was said',
		status: 'in-progress',
	},
];
