import type { IDataObject } from 'n8n-workflow';
import { miraiMinds } from '../../../nodes/providers/miraiMinds';

const { readEvent, events } = miraiMinds.trigger;

const call = (status: string) => ({
	id: 'c_550e8400',
	status,
	startedAt: '2023-10-27T10:00:00Z',
	endedAt: '2023-10-27T10:02:30Z',
	durationSeconds: 150,
	recordingUrl: 'https://recordings.example.com/c_550e8400',
	detailUrl: 'https://console.example.com/c_550e8400',
});
const envelope = (type: string, data: IDataObject) => ({
	metadata: { customer_id: '12345' },
	event: { type, data },
});

it('reads a call event', () => {
	expect(readEvent(envelope('call.completed', { call: call('completed') }))).toEqual({
		event: { id: null, type: 'call.completed', occurredAt: null },
		call: {
			id: 'c_550e8400',
			status: 'completed',
			direction: null,
			from: null,
			to: null,
			agentId: null,
			startedAt: '2023-10-27T10:00:00.000Z',
			endedAt: '2023-10-27T10:02:30.000Z',
			durationSeconds: 150,
			transcript: null,
			digits: null,
			summary: null,
			sentiment: null,
			recordingUrl: 'https://recordings.example.com/c_550e8400',
			cost: null,
			currency: null,
			failureReason: null,
			metadata: { customer_id: '12345' },
		},
	});
});

it('reads the analysis, which the guide prints without the call', () => {
	const data = {
		analysis: {
			success: true,
			summary: 'Confirmed for Tuesday.',
			insights: { sentiment: 'positive', intent: 'booking_confirmed' },
		},
		credits: { used: 2.5, available: 105 },
	};
	expect(readEvent(envelope('end-of-call', data)).call).toMatchObject({
		id: null,
		status: 'completed',
		summary: 'Confirmed for Tuesday.',
		sentiment: 'positive',
		cost: 2.5,
		currency: 'credits',
	});
});

it('reads what stands beside data where it is not in it', () => {
	const payload = {
		event: {
			type: 'call.lifecycle-ended',
			data: { call: call('ended') },
			call: { id: 'not this one' },
			report: { finalStatus: 'no-answer' },
			credits: { used: 0 },
		},
	};
	expect(readEvent(payload).call).toMatchObject({
		id: 'c_550e8400',
		status: 'no-answer',
		cost: 0,
		metadata: null,
	});
});

const statuses: Array<[string, IDataObject, string]> = [
	['call.initiate', {}, 'initiated'],
	['call.in-progress', {}, 'in-progress'],
	['call.ended', {}, 'completed'],
	['call.completed', {}, 'completed'],
	['call.timeout', {}, 'completed'],
	['call.failed', { call: { status: 'completed' } }, 'failed'],
	['call.validation-failed', {}, 'failed'],
	['call.busy', {}, 'busy'],
	['call.no-answer', {}, 'no-answer'],
	['call.skip', {}, 'blocked'],
	['call.rescheduled', {}, 'rescheduled'],
	['call.aborted', {}, 'canceled'],
	['end-of-call', { call: { status: 'timeout' } }, 'completed'],
	['end-of-call', { call: { status: 'busy' } }, 'busy'],
	['call.lifecycle-ended', { report: { finalStatus: 'skip' } }, 'blocked'],
	['call.lifecycle-ended', { report: { finalStatus: 'No_Answer' } }, 'no-answer'],
	['call.lifecycle-ended', { call: { status: 'aborted' } }, 'canceled'],
	['call.lifecycle-ended', {}, 'unknown'],
	['action', { call: { status: 'in-progress' } }, 'in-progress'],
	['action', {}, 'unknown'],
	['call.voicemail', { call: { status: 'completed' } }, 'unknown'],
	['completed', {}, 'unknown'],
];

it.each(statuses)('%s with %j is %s', (type, data, status) => {
	expect(readEvent(envelope(type, data)).call.status).toBe(status);
});

it('has a status for every type that is listed', () => {
	const known = new Set(statuses.map(([type]) => type));
	expect(events.filter(({ value }) => !known.has(String(value)))).toEqual([]);
});

it.each(['create_order', 'create-order', 'send_whatsapp', 'send-whatsapp', 'sing'])(
	'takes the action %s for an action, and its reason for no failure',
	(action) => {
		const data = { action, reason: 'missing_address', call: { id: 'c_1', status: 'failed' } };
		const read = readEvent(envelope('action', data));
		expect(read.event.type).toBe('action');
		expect(read.call).toMatchObject({ id: 'c_1', failureReason: null });
	},
);

it('gives the reason of a failure', () => {
	const reasonOf = (type: string) =>
		readEvent(envelope(type, { reason: 'dnd' })).call.failureReason;
	expect(reasonOf('call.skip')).toBe('dnd');
	expect(reasonOf('call.failed')).toBe('dnd');
	expect(reasonOf('call.completed')).toBeNull();
});
