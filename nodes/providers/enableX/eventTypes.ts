import type { EventType } from '../common/provider';

/**
 * The events that EnableX's pages and samples name. A plain value is a `state`; `play:` marks a
 * `playstate`, because `initiated` is both. No name of EnableX's has a colon in it. A status is missing
 * where the event does not tell it: recordings, streams and bridges may end before or after their call.
 * What its sample servers tell their own browser clients (`hold_success`, `resume_success`,
 * `room_connected`) is no webhook.
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
		status: 'in-progress',
	},
	{
		name: 'Bridging',
		value: 'bridging',
		description:
			'The call is being connected with another party (bridging). In one of EnableX’s samples only.',
		status: 'in-progress',
	},
	{
		name: 'Broadcast Calls Complete',
		value: 'broadcastcall_complete',
		description:
			'All calls of a broadcast are done (broadcastcall_complete). EnableX also writes broadcastcomplete.',
		status: 'completed',
	},
	{
		name: 'Broadcast Complete',
		value: 'broadcastcomplete',
		description:
			'All calls of a broadcast are done (broadcastcomplete). EnableX also writes broadcastcall_complete.',
		status: 'completed',
	},
	{
		name: 'Call Connected',
		value: 'connected',
		description: 'Somebody picked up (connected)',
		status: 'in-progress',
	},
	{
		name: 'Call Disconnected',
		value: 'disconnected',
		description: 'The call ended (disconnected)',
		status: 'completed',
	},
	{
		name: 'Call Failed',
		value: 'failed',
		description: 'The call did not connect (failed)',
		status: 'failed',
	},
	{
		name: 'Call Incoming',
		value: 'incomingcall',
		description: 'Somebody calls one of your numbers (incomingcall)',
		status: 'ringing',
	},
	{
		name: 'Call Initiated',
		value: 'initiated',
		description: 'The call was accepted and is being dialed (initiated)',
		status: 'initiated',
	},
	{
		name: 'Call Ringing',
		value: 'ringing',
		description: 'The phone rings (ringing)',
		status: 'ringing',
	},
	{
		name: 'Digits While Bridged',
		value: 'dtmfcollected',
		description: 'A key was pressed while the call was bridged (dtmfcollected)',
		status: 'in-progress',
	},
	{
		name: 'Prompt Digit Collected',
		value: 'play:digitcollected',
		description: 'A key was pressed in answer to a prompt (playstate digitcollected)',
		status: 'in-progress',
	},
	{
		name: 'Prompt Finished',
		value: 'play:playfinished',
		description: 'A prompt was played to its end (playstate playfinished)',
		status: 'in-progress',
	},
	{
		name: 'Prompt Menu Timed Out',
		value: 'play:menutimeout',
		description: 'No key was pressed in answer to a prompt (playstate menutimeout)',
		status: 'in-progress',
	},
	{
		name: 'Prompt Started',
		value: 'play:initiated',
		description: 'A prompt begins to play (playstate initiated)',
		status: 'in-progress',
	},
	{
		name: 'Recording Complete',
		value: 'recording_complete',
		description: 'A recording is ready (recording_complete). Seen in use, not documented.',
	},
	{
		name: 'Room Joined',
		value: 'joined',
		description: 'The call joined a video room (joined)',
		status: 'in-progress',
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
