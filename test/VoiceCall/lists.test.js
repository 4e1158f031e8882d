'use strict';

const { providers } = require('../../nodes/providers');
const { nodeType: node, searchContext } = require('./runNode');
const { credentialsFor, startSimulator, ways } = require('./standIn');

const { listSearch } = node.methods;

/** Every field of the form that picks from a list, by the credential that the list needs. */
const listed = providers.flatMap(({ id, action }) =>
	(action?.connections ?? []).flatMap((connection) =>
		Object.keys(connection.lists ?? {}).map((list) => ({
			id,
			list,
			credentialType: connection.credentialType,
		})),
	),
);

test('every list that a field names is there, and every list is named by a field', () => {
	const text = JSON.stringify(node.description.properties);
	const named = [...text.matchAll(/"searchListMethod":"(\w+)"/g)].map(([, name]) => name);
	expect(new Set(named)).toEqual(new Set(listed.map(({ list }) => list)));
	expect(Object.keys(listSearch).sort()).toEqual(listed.map(({ list }) => list).sort());
});

describe.each(listed)('$list', ({ list, credentialType }) => {
	let simulator;
	let data;

	beforeEach(async () => {
		simulator = await startSimulator({ limit: null });
		data = credentialsFor(simulator)[credentialType];
	});
	afterEach(async () => await simulator.stop());

	/** The search as n8n's editor runs it: n8n-core's own context and HTTP client. */
	const search = async (filter, token) => {
		const way = Object.values(ways).find((one) => one.credentialType === credentialType);
		const context = searchContext(way.create(), { [credentialType]: data });
		return await listSearch[list].call(context, filter, token);
	};

	it('gives names and IDs, and finds by name', async () => {
		const { results } = await search();
		expect(results.length).toBeGreaterThan(0);
		for (const { name, value } of results) {
			expect(name).not.toBe('');
			expect(String(value)).not.toBe('');
		}
		const [wanted] = results.slice(-1);
		const found = await search(wanted.name.toUpperCase());
		expect(found.results).toContainEqual(wanted);
		expect((await search('no such thing anywhere')).results).toEqual([]);
	});

	it('says what is wrong when it cannot be read', async () => {
		simulator.misbehave({ how: 'unauthorized' });
		await expect(search()).rejects.toMatchObject({
			message: expect.stringMatching(/gave no list$/),
			description: expect.stringMatching(/Check the credential/),
		});
		simulator.misbehave({ how: 'html', status: 200, times: Infinity });
		await expect(search()).rejects.toMatchObject({
			description: expect.stringMatching(/not JSON|not a list/),
		});
	});

	it('gives away no secret', async () => {
		simulator.misbehave({ how: 'unauthorized' });
		const error = await search().catch((thrown) => thrown);
		const secrets = Object.values(ways).flatMap((way) => way.secrets(simulator));
		const told = JSON.stringify(error, Object.getOwnPropertyNames(error));
		for (const secret of secrets) expect(told).not.toContain(secret);
	});
});
