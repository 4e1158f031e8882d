'use strict';

const { providers } = require('../../nodes/providers');
const { VoiceCallTrigger } = require('../../nodes/VoiceCallTrigger/VoiceCallTrigger.node');
const { eventTypes, sampleEvent } = require('../../tools/simulator/events');
const { readPage } = require('./page');

const PAGES = {
	enableX: 'docs/providers/enablex.md',
	huskyVoice: 'docs/providers/huskyvoice.md',
	miraiMinds: 'docs/providers/mirai-minds.md',
	voxifi: 'docs/providers/voxifi.md',
};

/** `call.id` and the like, for every field of an event that holds something. */
const filledFields = ({ event, call }) =>
	Object.entries({ event, call }).flatMap(([part, fields]) =>
		Object.entries(fields)
			.filter(([, value]) => value !== null)
			.map(([name]) => `${part}.${name}`),
	);

test('every provider has its page', () => {
	expect(Object.keys(PAGES).sort()).toEqual(providers.map(({ id }) => id).sort());
});

describe.each(providers.map((provider) => [provider.id, provider]))('%s', (id, provider) => {
	const page = readPage(PAGES[id]);
	const { events, readEvent } = provider.trigger;

	it('lists the events of the form', () => {
		const listed = page.table('Events').map((row) => row.Event.code[0]);
		expect(listed.sort()).toEqual(events.map(({ value }) => value).sort());
	});

	it.each(eventTypes(id))('says the status of %s', (sample) => {
		const { event, call } = readEvent(sampleEvent(id, sample));
		const row = page.table('Events').find(({ Event }) => Event.code[0] === event.type);
		const cell = row['call.status'];
		if (/event says|final status/.test(cell.text) && !cell.code.includes(call.status)) {
			// The sample says one of its own.
			expect(JSON.stringify(sampleEvent(id, sample))).toMatch(/"(?:status|finalStatus)"/);
		} else {
			expect(cell.code).toContain(call.status);
		}
	});

	it('says where each field comes from', () => {
		const described = page.table('Fields').flatMap((row) => row.Item.code);
		const fields = Object.entries(readEvent({})).flatMap(([part, names]) =>
			Object.keys(names).map((name) => `${part}.${name}`),
		);
		expect(described.filter((name) => !fields.includes(name))).toEqual([]);
		const filled = eventTypes(id).flatMap((type) => filledFields(readEvent(sampleEvent(id, type))));
		const missing = [...new Set(filled)].filter((name) => !described.includes(name));
		expect(missing.filter((name) => name !== 'call.status')).toEqual([]);
	});

	it('names its value and links to the pages that its notice links to', () => {
		const { description } = new VoiceCallTrigger();
		const notice = description.properties.find(({ name }) => name === `${id}Notice`);
		const [, address] = /href="([^"]+)"/.exec(notice.displayName);
		expect(page.links).toContain(address);
	});
});

describe('README', () => {
	const rows = readPage('README.md').table('Providers');

	it('lists the providers, what they can and their schemes', () => {
		const told = rows.map((row) => [row.Provider.text, row.Trigger.text, row.Calls.text]);
		expect(told).toEqual(
			providers.map(({ name, action }) => [name, 'yes', action === undefined ? 'no' : 'yes']),
		);
	});

	it.each(providers.map((provider, at) => [provider.id, provider, rows[at]]))(
		'tells the scheme of %s',
		(id, { trigger }, row) => {
			const scheme = trigger.scheme({
				timestampTolerance: 300,
				acceptPlaintext: false,
				read: () => undefined,
			});
			const kind = scheme.kind === 'signature' ? /^HMAC-SHA256/ : /^encrypted envelope/;
			expect(row.Scheme.text).toMatch(kind);
			expect(/timestamp/.test(row['Against replays'].text)).toBe(scheme.timestamp !== undefined);
			expect(/key named/.test(row.Scheme.text)).toBe(scheme.keyId !== undefined);
			expect(row.Provider.links).toEqual([PAGES[id]]);
			const { event } = trigger.readEvent(sampleEvent(id, eventTypes(id)[0]));
			expect(/event ID/.test(row['Against replays'].text)).toBe(event.id !== null);
		},
	);
});
