'use strict';

const { providers } = require('../../nodes/providers');
const { eventTypes, sampleEvent } = require('../../tools/simulator/events');
const { subjectOf } = require('../VoiceCallTrigger/subjects');

const samples = providers.flatMap(({ id, trigger }) =>
	eventTypes(id).map((sample) => [id, sample, trigger]),
);

test.each(samples)('%s %s is read as a listed event of its call', (id, sample, trigger) => {
	const { event, call } = trigger.readEvent(sampleEvent(id, sample, { callId: 'call_of_mine' }));
	const type = sample.startsWith('action:') ? 'action' : sample;
	expect(event.type).toBe(type);
	expect(trigger.events.map(({ value }) => value)).toContain(type);
	// An event of a campaign is about no call.
	expect(call.id).toBe(type.startsWith('campaign.') ? null : 'call_of_mine');
	const { withoutStatus = [] } = subjectOf(id);
	expect(call.status === 'unknown').toBe(withoutStatus.includes(type));
});

test('every listed event has a sample', () => {
	for (const { id, trigger } of providers) {
		const sampled = new Set(eventTypes(id).map((type) => type.replace(/^action:.*/, 'action')));
		expect(trigger.events.filter(({ value }) => !sampled.has(value))).toEqual([]);
	}
});
