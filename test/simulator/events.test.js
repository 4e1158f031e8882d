'use strict';

const { eventTypes, sampleEvent, uniqueFacts } = require('../../tools/simulator/events');

const everyType = ['enableX', 'huskyVoice', 'miraiMinds', 'voxifi'].flatMap((provider) =>
	eventTypes(provider).map((type) => [provider, type]),
);

const typeIn = {
	enableX: (event) => (event.playstate ? `play:${event.playstate}` : event.state),
	huskyVoice: (event) => event.event_type,
	miraiMinds: ({ event }) => (event.type === 'action' ? `action:${event.data.action}` : event.type),
	voxifi: (event) => event.event_type,
};

test.each(everyType)('%s %s names its type, its call and survives JSON', (provider, type) => {
	const event = sampleEvent(provider, type, { callId: 'call_of_mine' });
	expect(typeIn[provider](event)).toBe(type);
	expect(JSON.stringify(event)).toContain('"call_of_mine"');
	expect(JSON.parse(JSON.stringify(event))).toEqual(event);
});

test('every documented type of HuskyVoice, Voxifi and Mirai Minds has a sample', () => {
	expect(eventTypes('huskyVoice')).toEqual([
		'call.initiated',
		'call.answered',
		'call.completed',
		'call.failed',
		'call.disallowed',
	]);
	expect(eventTypes('voxifi')).toEqual([
		'call.started',
		'call.ended',
		'call.completed',
		'call.failed',
	]);
	expect(eventTypes('miraiMinds').filter((type) => !type.startsWith('action:'))).toHaveLength(14);
});

test('the samples are those of the pages', () => {
	expect(sampleEvent('voxifi', 'call.completed', { at: new Date('2024-01-15T10:35:00Z') })).toEqual(
		{
			event_type: 'call.completed',
			event_id: 'evt_abc123',
			timestamp: '2024-01-15T10:35:00Z',
			organization_id: 'org_xyz',
			data: expect.objectContaining({
				call_id: 'call_abc123',
				assistant_id: 'asst_xyz789',
				duration_seconds: 305,
				cost: 0.85,
				currency: 'USD',
				status: 'completed',
				sentiment: 'positive',
			}),
		},
	);
	expect(sampleEvent('huskyVoice', 'call.completed')).toEqual({
		event_id: 'evt_123456789',
		event_type: 'call.completed',
		created_at: '2026-06-01T10:00:00Z',
		org_id: 'org_abc_123',
		data: expect.objectContaining({ status: 'completed', duration_seconds: 124 }),
	});
});

test('HuskyVoice gives the transcript that is seen in use only when asked', () => {
	const plain = sampleEvent('huskyVoice', 'call.completed').data;
	const full = sampleEvent('huskyVoice', 'call.completed', { withTranscript: true }).data;
	expect(plain).not.toHaveProperty('call_transcript');
	expect(full.call_transcript[1].speaker).toBe('user');
});

test('uniqueFacts makes events that differ', () => {
	const ids = Array.from({ length: 50 }, () => uniqueFacts().eventId);
	expect(new Set(ids).size).toBe(50);
});

test('an unknown type is an error', () => {
	expect(() => sampleEvent('voxifi', 'call.unheard-of')).toThrow('call.unheard-of');
});
