'use strict';

/**
 * Requests as the providers' own pages show them, held against what the operations make of the same
 * fields. The stand-ins of the other tests could have misread a page in the same way as the operations.
 */

const { providers, providerOf } = require('../../nodes/providers');
const { readFixtures, requestFor } = require('./requestFixtures');

const files = readFixtures();
const connectionsOf = (id) => providerOf(id).action?.connections ?? [];

/** Everything that there is to ask for, by names such as `appKeys: call create`. */
const operationsOf = (id) =>
	new Map(
		connectionsOf(id).flatMap((connection) =>
			connection.operations.map((operation) => [
				`${connection.id}: ${operation.resource ?? 'call'} ${operation.name}`,
				{ connection, operation },
			]),
		),
	);
const nameOf = (id, { connection = connectionsOf(id)[0]?.id, resource = 'call', operation }) =>
	`${connection}: ${resource} ${operation}`;

test('every operation of every provider brings one', () => {
	const missing = providers.flatMap(({ id }) => {
		const brought = files.get(id)?.requests.map((fixture) => nameOf(id, fixture)) ?? [];
		return [...operationsOf(id).keys()]
			.filter((name) => !brought.includes(name))
			.map((name) => `${id}, ${name}: describe it in test/vectors/requests/${id}.json`);
	});
	expect(missing).toEqual([]);
});

test('every file is that of a provider', () => {
	const ids = providers.map(({ id }) => id);
	expect([...files.keys()].filter((id) => !ids.includes(id))).toEqual([]);
});

const fixtures = [...files].flatMap(([id, { credentials, requests }]) =>
	requests.map((fixture) => {
		const name = nameOf(id, fixture);
		const { connection, operation } = operationsOf(id).get(name) ?? {};
		return {
			title: `${id}, ${name} (${fixture.source})`,
			fixture,
			make: async () => {
				if (operation === undefined) throw new Error(`${id} has no ${name}`);
				return await requestFor(connection, operation, fixture, credentials[connection.id]);
			},
		};
	}),
);

/** @param {import('./requestFixtures').SentRequest} request */
const asCompared = ({ method, url, headers = {}, body }) => ({
	method,
	url,
	headers: Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
	),
	body,
});

describe.each(fixtures)('$title', ({ fixture, make }) => {
	it('says where it is from', () => {
		expect(fixture.source).toMatch(/^https:\/\/[^ ]+/);
	});

	it('is what goes out', async () => {
		expect(asCompared(await make())).toEqual(asCompared(fixture.request));
	});

	it('is not when anything about it is another', async () => {
		const made = asCompared(await make());
		for (const wrong of wrongRequests(fixture.request)) {
			expect(made).not.toEqual(asCompared(wrong));
		}
	});
});

/** Another method, another path, a header changed or less, and each member of the body misspelled. */
function* wrongRequests(request) {
	const { method, url, headers = {}, body } = request;
	yield { ...request, method: method === 'POST' ? 'PUT' : 'POST' };
	yield { ...request, url: `${url}/x` };
	for (const name of Object.keys(headers)) {
		yield { ...request, headers: { ...headers, [name]: `${headers[name]}x` } };
		yield { ...request, headers: renamed(headers, name) };
	}
	for (const wrong of misspelled(body)) yield { ...request, body: wrong };
}

/** A JSON value once for each of its members, with the name of that one misspelled. */
function* misspelled(value) {
	if (typeof value !== 'object' || value === null) return;
	for (const [name, held] of Object.entries(value)) {
		if (!Array.isArray(value)) yield renamed(value, name);
		for (const wrong of misspelled(held)) {
			yield Object.assign(Array.isArray(value) ? [...value] : { ...value }, { [name]: wrong });
		}
	}
}

function renamed(object, name) {
	return Object.fromEntries(
		Object.entries(object).map(([each, held]) => [each === name ? `${each}_` : each, held]),
	);
}
