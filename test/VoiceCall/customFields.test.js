'use strict';

/**
 * What a person adds to a request never changes what the fields say: tried with every member of every request
 * that the providers' pages show.
 */

const { providers } = require('../../nodes/providers');
const { withCustomFields } = require('../../nodes/VoiceCall/withCustomFields');
const { partOf } = require('../partOf');
const { readFixtures, reader } = require('../vectors/requestFixtures');

const WAITING = 'https://n8n.example.com/webhook-waiting/7';

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const leavesOf = (value) =>
	Object.entries(value).flatMap(([name, held]) =>
		isObject(held) ? leavesOf(held).map((path) => [name, ...path]) : [[name]],
	);
const at = (path, value) => path.reduceRight((inner, name) => ({ [name]: inner }), value);
const snake = (name) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const camel = (name) => name.replaceAll(/_([a-z])/g, (_, letter) => letter.toUpperCase());

/** Other ways to write the path of a member. */
const variants = (path) => [
	path,
	path.map((name) => name.toUpperCase()),
	path.map(snake),
	path.map(camel),
	path.map((name) => name.replaceAll('_', '-')),
	[path.join('.')],
	[
		path
			.slice(0, 1)
			.concat(path.slice(1).map((name) => `[${name}]`))
			.join(''),
	],
	[...path, 'value'],
];

const cases = [...readFixtures()].flatMap(([id, { requests }]) => {
	const { connections } = providers.find((each) => each.id === id).action;
	return requests.flatMap(({ connection: wanted, resource = 'call', operation: name, fields }) => {
		const connection = connections.find((each) => each.id === wanted) ?? connections[0];
		const operation = connection.operations.find(
			(each) => each.name === name && (each.resource ?? 'call') === resource,
		);
		const takes = JSON.stringify(operation.fields).includes('"customFields"');
		if (!takes) return [];
		const additionalFields = { ...fields.additionalFields, customFields: '' };
		const made = operation.request(reader(operation, { ...fields, additionalFields }));
		const { wait } = operation;
		const title = `${id}, ${connection.id}, ${resource} ${name}`;
		return [
			{ title, operation, made, waits: false },
			...(wait === undefined
				? []
				: [
						{
							title: `${title}, waited for`,
							operation,
							made: wait.withWebhook(made, WAITING, 'the secret'),
							waits: true,
						},
					]),
		];
	});
});

const withCustom = ({ made, operation, waits }, additions) =>
	withCustomFields({ ...made, additions }, partOf({ operation, waits }));

test('there are requests to try it with', () => {
	expect(cases.length).toBeGreaterThan(25);
	expect(cases.filter(({ waits }) => waits).length).toBeGreaterThanOrEqual(7);
});

describe.each(cases)('$title', (tried) => {
	const leaves = leavesOf(tried.made.body ?? {});

	test('no member that the fields set can be changed, however it is written', () => {
		for (const path of leaves) {
			for (const written of variants(path)) {
				expect(() => withCustom(tried, at(written, 'another'))).toThrow(
					/Custom Fields \(JSON\) holds/,
				);
			}
			// Nor what it stands in.
			for (let depth = 1; depth < path.length; depth += 1) {
				expect(() => withCustom(tried, at(path.slice(0, depth), null))).toThrow(/holds/);
			}
		}
	});

	test('nor what the node sets itself', () => {
		const { idempotency, reserved = [], wait } = tried.operation;
		const own = [
			...reserved,
			...(idempotency !== undefined && 'member' in idempotency ? [idempotency.member] : []),
			...(tried.waits ? (wait?.reserved ?? []) : []),
		];
		for (const name of own) {
			expect(() => withCustom(tried, at(name.split('.'), 'x'))).toThrow(name);
			expect(() => withCustom(tried, at(name.split('.'), { deeper: 'x' }))).toThrow(name);
		}
	});

	test('nor what objects inherit', () => {
		for (const text of [
			'{"__proto__": {"to": "+14155550199"}}',
			'{"a": {"__proto__": {"to": "+14155550199"}}}',
			'{"constructor": {"prototype": {"to": "+14155550199"}}}',
		]) {
			expect(() => withCustom(tried, JSON.parse(text))).toThrow(/is not the name of a field/);
		}
	});

	test('everything else is added, beside what is there', () => {
		const path = leaves.find(({ length }) => length > 1) ?? ['more'];
		const custom = { ...at([...path.slice(0, -1), 'of_my_own'], { deep: [1] }), mine: 'x' };
		const { body, ...others } = withCustom(tried, custom);
		expect(body).toMatchObject(custom);
		expect(body).toMatchObject(tried.made.body ?? {});
		expect({ ...others, body: tried.made.body }).toEqual({
			...tried.made,
			additions: undefined,
			body: tried.made.body,
		});
		// What it was made of is as it was.
		expect(leavesOf(tried.made.body ?? {})).toEqual(leaves);
	});
});

test('the sentence names the field, and what to do', () => {
	const [tried] = cases.filter(({ title }) => title === 'vapi, apiKey, call create');
	let error;
	try {
		withCustom(tried, { customer: { Number: '+14155550199' } });
	} catch (thrown) {
		error = thrown;
	}
	expect(error).toMatchObject({
		name: 'BadInput',
		message: 'Custom Fields (JSON) holds customer.Number, which is not added there.',
		advice: expect.stringMatching(/^Remove it there: /),
	});
});
