'use strict';

const { providers } = require('../../nodes/providers');
const { eventTypes, sampleEvent } = require('../../tools/simulator/events');
const { partOf } = require('../partOf');
const { subjectOf } = require('../VoiceCallTrigger/subjects');

const samples = providers.flatMap(({ id, trigger }) =>
	eventTypes(id).map((sample) => /** @type {const} */ ([id, sample, trigger])),
);

test.each(samples)('%s %s is read as a listed event of its call', (id, sample, trigger) => {
	const { parameters = {} } = subjectOf(id);
	const settings = partOf({ read: (name) => parameters[name] });
	const written = sampleEvent(id, sample, { callId: 'call_of_mine' });
	const { event, call } = trigger.readEvent(written, settings);
	const type = sample.startsWith('action:') ? 'action' : sample;
	expect(event.type).toBe(type);
	// Of a platform whose events nobody knows there is no list.
	const listed = trigger.events.map(({ value }) => value);
	if (listed.length > 0) expect(listed).toContain(type);
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
