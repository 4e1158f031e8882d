'use strict';

/**
 * EnableX's voice events. A call, bridge, room, DTMF or broadcast event names itself in
 * `state`, a prompt event in `playstate` (here `play:<name>`).
 * Sources: https://developer.enablex.io/docs/guides/voice-guide/handle-webhook/index/ and EnableX's
 * samples (https://github.com/EnableX/voice-api-outbound, .../voice-inbound-bridge,
 * .../enablex-voice-dialer-sdk); broadcast: release notes v2.1.0.
 * `recording_complete`, `call_duration` and `disconnect_reason` are seen in use only.
 */

/** @import { EventOf, Facts } from '../../events' */

/** @param {Facts} facts */
const voiceId = (facts) => facts.callId ?? '4f2a7c1e-9b3d-4c55-8e0f-6a1b2c3d4e5f';
/** @param {Facts} facts */
const timestamp = (facts) => (facts.at ?? new Date('2024-01-01T00:00:00.000Z')).toISOString();

/** @type {(state: string, more?: (facts: Facts) => object) => EventOf} */
const ofCall = (state, more = () => ({})) => {
	return (facts) => ({
		...(facts.broadcastId !== undefined && { broadcast_id: facts.broadcastId }),
		voice_id: voiceId(facts),
		state,
		from: facts.from ?? '918045678900',
		to: facts.to ?? '919876543210',
		timestamp: timestamp(facts),
		...(facts.metadata?.owner_ref !== undefined && { owner_ref: facts.metadata.owner_ref }),
		...(facts.metadata?.custom_data !== undefined && { custom_data: facts.metadata.custom_data }),
		...more(facts),
	});
};

/** @param {string} state */
const ofChannel = (state) => ofCall(state, () => ({ channel_id: 'ch-1' }));

/** @type {(state: string) => EventOf} */
const ofBroadcast = (state) => {
	return (facts) => ({
		broadcast_id: facts.callId ?? 'b-5501',
		state,
		timestamp: timestamp(facts),
	});
};

/** @type {(playstate: string, more?: (facts: Facts) => object) => EventOf} */
const ofPrompt = (playstate, more = (_facts) => ({})) => {
	return (facts) => ({
		...(facts.broadcastId !== undefined && { broadcast_id: facts.broadcastId }),
		voice_id: voiceId(facts),
		playstate,
		prompt_ref: facts.promptRef ?? 'welcome-1',
		timestamp: timestamp(facts),
		...more(facts),
	});
};

/** @param {Facts} facts */
const withPlayId = ({ playId = 'p-77' }) => ({ play_id: playId });

/** @param {Facts} facts */
const ended = (facts) => ({
	...(facts.durationSeconds !== undefined && { call_duration: facts.durationSeconds }),
	...(facts.reason !== undefined && { disconnect_reason: facts.reason }),
});

/** @type {Record<string, EventOf>} */
module.exports = {
	incomingcall: ofCall('incomingcall'),
	initiated: ofCall('initiated'),
	ringing: ofCall('ringing'),
	connected: ofCall('connected'),
	disconnected: ofCall('disconnected', ended),
	failed: ofCall('failed', ended),
	bridged: ofChannel('bridged'),
	bridging: ofChannel('bridging'),
	bridge_disconnected: ofChannel('bridge_disconnected'),
	joined: ofCall('joined'),
	// The receive-DTMF guide writes the id with a capital I in this one event.
	dtmfcollected: (facts) => ({
		voice_Id: voiceId(facts),
		state: 'dtmfcollected',
		channel_id: 'ch-1',
		digit: '1',
		timestamp: timestamp(facts),
	}),
	broadcastcall_complete: ofBroadcast('broadcastcall_complete'),
	broadcastcomplete: ofBroadcast('broadcastcomplete'),
	recording_complete: ofCall('recording_complete', () => ({
		recording_url: 'https://recordings.example.com/voice/4f2a7c1e.wav',
	})),
	stream_stopped: ofCall('stream_stopped'),
	stream_failed: ofCall('stream_failed'),
	'play:initiated': ofPrompt('initiated', withPlayId),
	'play:playfinished': ofPrompt('playfinished', withPlayId),
	'play:digitcollected': ofPrompt('digitcollected', ({ digits = '1' }) => ({ digit: digits })),
	'play:menutimeout': ofPrompt('menutimeout'),
};
