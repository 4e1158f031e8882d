import type { EventType } from '../common/provider';

/**
 * The events that EnableX's pages and samples name. A plain value is a `state`; `play:` marks a
 * `playstate`, because `initiated` is both. No name of EnableX's has a colon in it.
 *
 * @see https://developer.enablex.io/docs/guides/voice-guide/handle-webhook/index/
 * @see https://github.com/EnableX/voice-inbound-bridge
 * @see https://github.com/EnableX/enablex-voice-dialer-sdk
 */
export const events: EventType[] = [
	{
		name: 'Bridge Disconnected',
		value: 'bridge_disconnected',
		description: 'The other party of a bridged call left (bridge_disconnected)',
	},
	{
		name: 'Bridged',
		value: 'bridged',
		description: 'The call was connected with another party (bridged)',
	},
	{
		name: 'Broadcast Calls Complete',
		value: 'broadcastcall_complete',
		description:
			'All calls of a broadcast are done (broadcastcall_complete). EnableX also writes broadcastcomplete.',
	},
	{
		name: 'Broadcast Complete',
		value: 'broadcastcomplete',
		description:
			'All calls of a broadcast are done (broadcastcomplete). EnableX also writes broadcastcall_complete.',
	},
	{
		name: 'Call Connected',
		value: 'connected',
		description: 'Somebody picked up (connected)',
	},
	{
		name: 'Call Disconnected',
		value: 'disconnected',
		description: 'The call ended (disconnected)',
	},
	{
		name: 'Call Failed',
		value: 'failed',
		description: 'The call did not connect (failed)',
	},
	{
		name: 'Call Incoming',
		value: 'incomingcall',
		description: 'Somebody calls one of your numbers (incomingcall)',
	},
	{
		name: 'Call Initiated',
		value: 'initiated',
		description: 'The call was accepted and is being dialed (initiated)',
	},
	{
		name: 'Call Ringing',
		value: 'ringing',
		description: 'The phone rings (ringing)',
	},
	{
		name: 'Digits While Bridged',
		value: 'dtmfcollected',
		description: 'A key was pressed while the call was bridged (dtmfcollected)',
	},
	{
		name: 'Hold Succeeded',
		value: 'hold_success',
		description: 'The call was put on hold (hold_success)',
	},
	{
		name: 'Prompt Digit Collected',
		value: 'play:digitcollected',
		description: 'A key was pressed in answer to a prompt (playstate digitcollected)',
	},
	{
		name: 'Prompt Finished',
		value: 'play:playfinished',
		description: 'A prompt was played to its end (playstate playfinished)',
	},
	{
		name: 'Prompt Menu Timed Out',
		value: 'play:menutimeout',
		description: 'No key was pressed in answer to a prompt (playstate menutimeout)',
	},
	{
		name: 'Prompt Started',
		value: 'play:initiated',
		description: 'A prompt begins to play (playstate initiated)',
	},
	{
		name: 'Recording Complete',
		value: 'recording_complete',
		description: 'A recording is ready (recording_complete). Seen in use, not documented.',
	},
	{
		name: 'Resume Succeeded',
		value: 'resume_success',
		description: 'The call was taken off hold (resume_success)',
	},
	{
		name: 'Room Connected',
		value: 'room_connected',
		description: 'The call was connected with a video room (room_connected)',
	},
	{
		name: 'Room Joined',
		value: 'joined',
		description: 'The call joined a video room (joined)',
	},
	{
		name: 'Stream Failed',
		value: 'stream_failed',
		description: 'A media stream could not be kept up (stream_failed)',
	},
	{
		name: 'Stream Stopped',
		value: 'stream_stopped',
		description: 'A media stream ended (stream_stopped)',
	},
];
