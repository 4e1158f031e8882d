'use strict';

const { sourcesIn } = require('./sources');

const sources = sourcesIn('nodes');
const providerIds = sources
	.map(({ file }) => /^nodes\/providers\/(\w+)\/scheme\.ts$/.exec(file)?.[1])
	.filter((id) => id !== undefined);

const under = (folder) => sources.filter(({ file }) => file.startsWith(`${folder}/`));
const within = (from, folder) => from === folder || from.startsWith(`${folder}/`);

/** What the files import against a rule, one line each. */
const broken = (files, allowed) =>
	files.flatMap(({ file, imports }) =>
		imports
			.filter((imported) => !allowed(imported, file))
			.map(({ from, typeOnly }) => `${file} imports ${typeOnly ? 'types of ' : ''}${from}`),
	);

test('there is something to hold the rules against', () => {
	expect(under('nodes/verification').length).toBeGreaterThan(5);
	expect(providerIds.length).toBeGreaterThanOrEqual(4);
	expect(sources.flatMap(({ imports }) => imports).length).toBeGreaterThan(50);
});

test('verification imports nothing but itself and node:crypto', () => {
	const allowed = ({ from }) => from === 'node:crypto' || within(from, 'nodes/verification');
	expect(broken(under('nodes/verification'), allowed)).toEqual([]);
});

test('providers import verification, each other’s common ground, and types of n8n', () => {
	const allowed = ({ from, typeOnly }) =>
		within(from, 'nodes/verification') ||
		within(from, 'nodes/providers') ||
		(from === 'n8n-workflow' && typeOnly);
	expect(broken(under('nodes/providers'), allowed)).toEqual([]);
});

test('what is received is proved in one place, which knows neither node', () => {
	const allowed = ({ from, typeOnly }) =>
		within(from, 'nodes/delivery') ||
		within(from, 'nodes/providers') ||
		within(from, 'nodes/verification') ||
		from === 'node:crypto' ||
		from === 'n8n-workflow' ||
		typeOnly;
	expect(under('nodes/delivery').length).toBeGreaterThan(10);
	expect(broken(under('nodes/delivery'), allowed)).toEqual([]);
	const typesOfNodes = ({ from }) => !/^nodes\/VoiceCall(?:Trigger)?\//.test(from);
	expect(broken(under('nodes/delivery'), typesOfNodes)).toEqual([]);
});

test('what talks to a provider knows neither node, nor what is received', () => {
	const allowed = ({ from }) =>
		within(from, 'nodes/transport') ||
		within(from, 'nodes/providers/common') ||
		within(from, 'nodes/verification') ||
		from === 'n8n-workflow';
	expect(under('nodes/transport').length).toBeGreaterThan(5);
	expect(broken(under('nodes/transport'), allowed)).toEqual([]);
});

test('neither node imports the other', () => {
	const without =
		(folder) =>
		({ from }) =>
			!within(from, folder);
	expect(broken(under('nodes/VoiceCall'), without('nodes/VoiceCallTrigger'))).toEqual([]);
	expect(broken(under('nodes/VoiceCallTrigger'), without('nodes/VoiceCall'))).toEqual([]);
});

test('no provider imports another', () => {
	for (const id of providerIds) {
		const others = providerIds.filter((other) => other !== id);
		const allowed = ({ from }) => !others.some((other) => within(from, `nodes/providers/${other}`));
		expect(broken(under(`nodes/providers/${id}`), allowed)).toEqual([]);
	}
});

test('an address for events that a form holds is named as such, so that the node can judge it', () => {
	const holds = under('nodes/providers').filter(
		({ file, words }) => !file.includes('/common/') && words.includes('callbackAddress'),
	);
	expect(holds.length).toBeGreaterThan(3);
	expect(holds.filter(({ words }) => !words.includes('eventsTo'))).toEqual([]);
});

test('only the registry imports a provider', () => {
	const folders = providerIds.map((id) => `nodes/providers/${id}`);
	const outside = sources.filter(
		({ file }) =>
			file !== 'nodes/providers/index.ts' && !folders.some((folder) => within(file, folder)),
	);
	const allowed = ({ from }) => !folders.some((folder) => within(from, folder));
	expect(broken(outside, allowed)).toEqual([]);
});

test('nobody but the registry and the node descriptions names a provider', () => {
	// n8n wants the credentials of a node written out in its description.
	const mayName = /^nodes\/providers\/(?:index\.ts|\w+\/)|\.node\.ts$/;
	const naming = sources
		.filter(({ file }) => !mayName.test(file) || file.startsWith('nodes/providers/common/'))
		.filter(({ words }) => words.some((word) => providerIds.includes(word)))
		.map(({ file }) => file);
	expect(naming).toEqual([]);
});

test('the nodes never ask which provider it is', () => {
	const asking = sources.filter(({ compared }) => compared.some((id) => providerIds.includes(id)));
	expect(asking.map(({ file }) => file)).toEqual([]);
});

test('a file is read in one sitting', () => {
	// n8n's checks want each credential of a node written out, six lines each.
	const own = ({ lines, words }) => lines - 6 * words.filter((word) => word === 'testedBy').length;
	expect(sources.filter((source) => own(source) >= 150).map(({ file }) => file)).toEqual([]);
});
