'use strict';

const { readdirSync } = require('node:fs');
const path = require('node:path');
const { providers } = require('../../nodes/providers');
const { VoiceCallTrigger } = require('../../nodes/VoiceCallTrigger/VoiceCallTrigger.node');
const manifest = require('../../package.json');
const { pageName } = require('../../scripts/docs/pageName');
const { eventTypes, sampleEvent } = require('../../tools/simulator/events');
const parameters = require('../subjects/parameters.json');
const { partOf } = require('../partOf');
const { PROJECT, readPage } = require('./page');

/** The page of each provider, by the provider's name. */
const PAGES = Object.fromEntries(
	providers.map(({ id, name }) => [id, `docs/providers/${pageName(name)}.md`]),
);

/**
 * The sections of a page, in order. Those without a condition stand on every page.
 *
 * @type {[title: string, isThere?: (provider: typeof providers[number]) => boolean | undefined][]}
 */
const SECTIONS = [
	['Receive events'],
	['What <name> does when n8n answers'],
	['Place calls', ({ action }) => action !== undefined],
	['Drive a live call', isOptional],
	['Broadcasts', isOptional],
	['Answer live calls', ({ trigger }) => trigger.live !== undefined],
	['What is documented and what is offered', isOptional],
	['Oddities that are handled'],
	['Not documented'],
];

function isOptional() {
	return undefined;
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
	const readEvent = (payload) => provider.trigger.readEvent(payload, partOf({ read }));

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

	it('begins with its value and where its facts are from', () => {
		const more = [
			...(provider.trigger.live === undefined ? [] : ['live requests']),
			...(provider.action === undefined ? [] : ['calls']),
		];
		const what = {
			0: 'Trigger only',
			1: `Trigger and ${more[0]}`,
			2: `Trigger, ${more.join(' and ')}`,
		};
		expect(page.start.startsWith(`Provider value: ${id}. ${what[more.length]}`)).toBe(true);
		if (events.length > 0) expect(page.start).toMatch(/Facts are from /);
	});

	it('has the sections in the order of all pages', () => {
		const sections = page.headings.filter(({ level }) => level === 2).map(({ text }) => text);
		const expected = SECTIONS.map(([title, isThere = () => true]) => ({
			title: title.replace('<name>', provider.name),
			isThere: isThere(provider),
		})).filter(({ title, isThere }) => isThere ?? sections.includes(title));
		expect(sections).toEqual(expected.map(({ title }) => title));
	});

	it('says in “Receive events” what comes and what proves it', () => {
		const titles = page.headings.map(({ text }) => text);
		const within = titles.slice(0, titles.indexOf(`What ${provider.name} does when n8n answers`));
		const ofItsOwn = ['Actions', 'Register the webhook', 'The recording'];
		const own = within.filter((title) => !ofItsOwn.includes(title));
		expect(own.slice(-4)).toEqual(['Receive events', 'Events', 'Fields', 'How an event is proved']);
	});

	it('has each operation in a table, with the address of its page', () => {
		const connections = provider.action?.connections ?? [];
		const operations = connections.flatMap((connection) => connection.operations);
		const rows = page.tables.flat().filter((row) => row.Operation !== undefined);
		const told = new Map(
			rows.flatMap((row) => {
				const links = Object.values(row).flatMap((cell) => cell.links);
				return row.Operation.text.split(', ').map((name) => [name, links]);
			}),
		);
		// A broadcast has a section of its own.
		const names = operations
			.filter(({ resource }) => resource !== 'broadcast')
			.map(({ name }) => name);
		expect(names.filter((name) => !told.has(name))).toEqual([]);
		for (const name of names) expect(told.get(name)).not.toEqual([]);
	});

	it('links to the pages that its notice links to', () => {
		const { description } = new VoiceCallTrigger();
		const notice = description.properties.find(({ name }) => name === `${id}Notice`);
		const [, address] = /href="([^"]+)"/.exec(notice.displayName);
		expect(page.links).toContain(address);
	});
});

describe('docs/matrix.md', () => {
	const rows = readPage('docs/matrix.md').table('Where the URL goes, and where the secret is');

	it('says of each provider where the URL goes, with its credential and its page', () => {
		expect(rows.map((row) => [row.Provider.text, row.Provider.links])).toEqual(
			providers.map(({ id, name }) => [name, [PAGES[id].replace('docs/', '')]]),
		);
		expect(rows.map((row) => row.Credential.text)).toEqual(
			providers.map(({ trigger }) => credentialName(trigger.credentialType)),
		);
		for (const row of rows) expect(row['Give it the URL'].text).toMatch(/\w/);
	});
});

/** How the form of a credential is called. */
function credentialName(type) {
	const names = manifest.n8n.credentials.map((file) => /(\w+)\.credentials/.exec(file)[1]);
	const name = names.find((each) => each.toLowerCase() === type.toLowerCase());
	const form = require(path.join(PROJECT, 'credentials', `${name}.credentials`))[name];
	return new form().displayName;
}

describe('docs/security.md', () => {
	const rows = readPage('docs/security.md').table('What each scheme proves');

	it('has every provider', () => {
		expect(rows.map((row) => row.Provider.text)).toEqual(providers.map(({ name }) => name));
	});

	it.each(
		providers.map((provider, at) => /** @type {const} */ ([provider.id, provider, rows[at]])),
	)('tells the scheme of %s', (id, { trigger }, row) => {
		const scheme = trigger.scheme({
			timestampTolerance: trigger.defaultTolerance ?? 300,
			acceptPlaintext: false,
			read: (name) =>
				parameters[id]?.[name] ?? trigger.fields?.find((field) => field.name === name)?.default,
		});
		const kind = 'algorithm' in scheme ? new RegExp(`^${scheme.algorithm}`, 'i') : /^encrypted/;
		const timestamp = 'timestamp' in scheme ? scheme.timestamp : undefined;
		// What a form says is not told by its defaults.
		if (trigger.fields === undefined) {
			expect(row.How.text).toMatch(kind);
			expect(/^yes/.test(row.Time.text)).toBe(timestamp !== undefined);
			const tolerance = timestamp?.toleranceSeconds.toLocaleString('en-US');
			if (tolerance !== undefined) expect(row.Time.text).toContain(`±${tolerance} s`);
		}
		expect(/in a header/.test(row.How.text)).toBe('keyId' in scheme);
		const { event } = trigger.readEvent(sampleEvent(id, eventTypes(id)[0]));
		expect(/event ID|signed ID/.test(row['A repeat is told by'].text)).toBe(
			event.id !== null || trigger.events.length === 0,
		);
	});
});
