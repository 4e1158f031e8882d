'use strict';

const { readdirSync } = require('node:fs');
const path = require('node:path');
const { providers } = require('../../nodes/providers');
const { VoiceCallTrigger } = require('../../nodes/VoiceCallTrigger/VoiceCallTrigger.node');
const { eventTypes, sampleEvent } = require('../../tools/simulator/events');
const parameters = require('../subjects/parameters.json');
const { PROJECT, readPage } = require('./page');

/** The page of each provider, by the provider's name. */
const PAGES = Object.fromEntries(
	providers.map(({ id, name }) => [id, `docs/providers/${pageName(name)}.md`]),
);

function pageName(name) {
	return name
		.replace(/ (?:AI|Agents)$/, '')
		.replace(/^Other \((.*)\)$/, '$1')
		.toLowerCase()
		.replaceAll(' ', '-');
}

/** `call.id` and the like, for every field of an event that holds something. */
const filledFields = ({ event, call }) =>
	Object.entries({ event, call }).flatMap(([part, fields]) =>
		Object.entries(fields)
			.filter(([, value]) => value !== null)
			.map(([name]) => `${part}.${name}`),
	);

test('every provider has its page, and every page a provider', () => {
	const pages = readdirSync(path.join(PROJECT, 'docs', 'providers'));
	expect(pages.map((page) => `docs/providers/${page}`).sort()).toEqual(Object.values(PAGES).sort());
});

describe.each(providers.map((provider) => [provider.id, provider]))('%s', (id, provider) => {
	const page = readPage(PAGES[id]);
	const { events } = provider.trigger;
	const read = (name) => parameters[id]?.[name];
	const readEvent = (payload) => provider.trigger.readEvent(payload, { read });

	it('lists the events of the form', () => {
		const listed = page.table('Events').map((row) => row.Event.code[0]);
		expect(listed.sort()).toEqual(events.map(({ value }) => value).sort());
	});

	it.each(eventTypes(id))('says the status of %s', (sample) => {
		const { event, call } = readEvent(sampleEvent(id, sample));
		const row = page.table('Events').find(({ Event }) => Event.code[0] === event.type);
		// A platform whose events nobody knows has none in its table.
		if (row === undefined) return expect(events).toEqual([]);
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
				read: (name) => parameters[id]?.[name],
			});
			const kind =
				scheme.kind === 'envelope'
					? /^encrypted envelope/
					: new RegExp(`^${scheme.algorithm}`, 'i');
			expect(row.Scheme.text).toMatch(kind);
			expect(/timestamp/.test(row['Against replays'].text)).toBe(scheme.timestamp !== undefined);
			expect(/key named/.test(row.Scheme.text)).toBe(scheme.keyId !== undefined);
			expect(row.Provider.links).toEqual([PAGES[id]]);
			const { event } = trigger.readEvent(sampleEvent(id, eventTypes(id)[0]));
			expect(/event ID/.test(row['Against replays'].text)).toBe(event.id !== null);
		},
	);
});
