import type { IDataObject } from 'n8n-workflow';
import { enableX } from '../../../nodes/providers/enableX';

const { readEvent, events } = enableX.trigger;
const at = { voice_id: 'v-1', timestamp: '2024-01-01T00:00:00.000Z' };

it('reads a call’s end', () => {
	const payload = {
		...at,
		state: 'disconnected',
		from: '918045678900',
		to: 919876543210,
		owner_ref: 'order-7',
		call_duration: 12.5,
		disconnect_reason: 'normal clearing',
		recording_url: 'https://recordings.example.com/v-1.wav',
	};
	expect(readEvent(payload)).toEqual({
		event: { id: null, type: 'disconnected', occurredAt: '2024-01-01T00:00:00.000Z' },
		call: {
			id: 'v-1',
			status: 'completed',
			direction: null,
			from: '918045678900',
			to: '919876543210',
			agentId: null,
			startedAt: null,
			endedAt: '2024-01-01T00:00:00.000Z',
			durationSeconds: 12.5,
			transcript: null,
			digits: null,
			summary: null,
			sentiment: null,
			recordingUrl: 'https://recordings.example.com/v-1.wav',
			cost: null,
			currency: null,
			failureReason: null,
			metadata: { owner_ref: 'order-7' },
		},
	});
});

it.each<[IDataObject, string]>([
	[{ state: 'initiated' }, 'initiated'],
	[{ playstate: 'initiated' }, 'play:initiated'],
	[{ playstate: 'digitcollected', digit: '1' }, 'play:digitcollected'],
	[{ playstate: 'digitcollected', digits: '12' }, 'play:digitcollected'],
	[{ state: 'connected', playstate: 'playfinished' }, 'play:playfinished'],
	[{ state: 'Incomingcall' }, 'incomingcall'],
	[{ state: 'incoming call' }, 'incomingcall'],
	[{ event: 'incomingcall' }, 'incomingcall'],
	[{ event: 'initiated' }, 'initiated'],
	[{ event: 'menutimeout' }, 'play:menutimeout'],
	[{ state: 'broadcastcomplete' }, 'broadcastcomplete'],
	[{ state: 'broadcastcall_complete' }, 'broadcastcall_complete'],
	[{ state: 'Something New' }, 'Something New'],
	[{ playstate: 'paused' }, 'play:paused'],
	[{ event: 'Something New' }, 'Something New'],
	[{ state: null, event: { name: 'connected' } }, 'unknown'],
])('%j is of type %s', (members, type) => {
	expect(readEvent({ ...at, ...members }).event.type).toBe(type);
});

it('gives every listed type back as it is listed', () => {
	for (const { value } of events) {
		const name = String(value);
		const members = name.startsWith('play:') ? { playstate: name.slice(5) } : { state: name };
		expect(readEvent({ ...at, ...members }).event.type).toBe(name);
	}
});

it.each<[IDataObject, string]>([
	[{ state: 'incomingcall' }, 'ringing'],
	[{ state: 'initiated' }, 'initiated'],
	[{ state: 'ringing' }, 'ringing'],
	[{ state: 'connected' }, 'in-progress'],
	[{ state: 'bridged' }, 'in-progress'],
	[{ state: 'hold_success' }, 'unknown'],
	[{ playstate: 'initiated' }, 'in-progress'],
	[{ playstate: 'menutimeout' }, 'in-progress'],
	[{ state: 'disconnected' }, 'completed'],
	[{ state: 'disconnected', disconnect_reason: 'No Answer' }, 'no-answer'],
	[{ state: 'failed' }, 'failed'],
	[{ state: 'failed', disconnect_reason: 'BUSY' }, 'busy'],
	[{ state: 'failed', disconnect_reason: 'carrier trouble' }, 'failed'],
	[{ state: 'connected', disconnect_reason: 'busy' }, 'in-progress'],
	[{ state: 'broadcastcomplete' }, 'completed'],
	[{ state: 'bridge_disconnected' }, 'unknown'],
	[{ state: 'recording_complete' }, 'unknown'],
	[{ state: 'stream_failed' }, 'unknown'],
	[{ state: 'dialing' }, 'unknown'],
])('%j has the status %s', (members, status) => {
	expect(readEvent({ ...at, ...members }).call.status).toBe(status);
});

it.each<[IDataObject, string | null]>([
	[{ voice_id: 'v-1' }, 'v-1'],
	[{ voice_Id: 'v-2' }, 'v-2'],
	[{ voice_id: '', voice_Id: 'v-2' }, 'v-2'],
	[{ voice_id: 'v-1', broadcast_id: 'b-1' }, 'v-1'],
	[{ broadcast_id: 'b-1' }, 'b-1'],
	[{ voice_id: 77 }, '77'],
	[{}, null],
])('%j is about the call %s', (members, id) => {
	expect(readEvent({ state: 'connected', ...members }).call.id).toBe(id);
});

it.each<[IDataObject, string | null]>([
	[{ playstate: 'digitcollected', digit: '1' }, '1'],
	[{ playstate: 'digitcollected', digits: '012#' }, '012#'],
	[{ playstate: 'digitcollected', digit: '', digits: '7' }, '7'],
	[{ state: 'dtmfcollected', digit: 0 }, '0'],
	[{ playstate: 'digitcollected', digit: '' }, null],
	[{ playstate: 'menutimeout' }, null],
])('%j says that %s was pressed', (members, digits) => {
	expect(readEvent({ ...at, ...members }).call.digits).toBe(digits);
});

it('lists no message of EnableX’s sample servers to their own browsers', () => {
	const listed = events.map(({ value }) => value);
	for (const name of ['hold_success', 'resume_success', 'room_connected']) {
		expect(listed).not.toContain(name);
	}
});

it.each<[IDataObject, IDataObject | null]>([
	[
		{ owner_ref: 'order-7', custom_data: { a: 1 } },
		{ owner_ref: 'order-7', custom_data: { a: 1 } },
	],
	[{ custom_data: 'text' }, { custom_data: 'text' }],
	[{ owner_ref: 0 }, { owner_ref: 0 }],
	[{ owner_ref: '', custom_data: null }, null],
	[{}, null],
])('gives back what was given along in %j', (members, metadata) => {
	expect(readEvent({ ...at, state: 'connected', ...members }).call.metadata).toEqual(metadata);
});

it('says that an incoming call came in, and nothing of that kind of others', () => {
	expect(readEvent({ ...at, state: 'incoming call' }).call.direction).toBe('inbound');
	expect(readEvent({ ...at, state: 'initiated' }).call.direction).toBeNull();
});

it('says why a call failed', () => {
	const reasonOf = (members: IDataObject) => readEvent({ ...at, ...members }).call.failureReason;
	expect(reasonOf({ state: 'failed', disconnect_reason: 'busy' })).toBe('busy');
	expect(reasonOf({ state: 'failed', msg: 'Phone number not found' })).toBe(
		'Phone number not found',
	);
	expect(reasonOf({ state: 'disconnected', disconnect_reason: 'no answer' })).toBe('no answer');
	expect(reasonOf({ state: 'disconnected', disconnect_reason: 'hangup' })).toBeNull();
	expect(reasonOf({ state: 'connected', description: 'fine' })).toBeNull();
});
