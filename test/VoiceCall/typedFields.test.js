'use strict';

/**
 * Numbers and switches that an expression gives as text, as environment variables and spreadsheets do: for every
 * such field of every operation that the fixtures know.
 */

const { providers } = require('../../nodes/providers');
const { readFixtures, reader } = require('../vectors/requestFixtures');

const COMMON = new Set(['limit', 'returnAll']);

const cases = [...readFixtures()].flatMap(([id, { requests }]) => {
	const { connections } = providers.find((each) => each.id === id).action;
	const seen = new Set();
	return requests.flatMap(({ connection: wanted, resource = 'call', operation: name, fields }) => {
		const connection = connections.find((each) => each.id === wanted) ?? connections[0];
		const operation = connection.operations.find(
			(each) => each.name === name && (each.resource ?? 'call') === resource,
		);
		/** @type {any[]} */
		const inner =
			operation.fields.find((field) => field.name === 'additionalFields')?.options ?? [];
		return inner
			.filter(({ type, name: field }) => /^(?:boolean|number)$/.test(type) && !COMMON.has(field))
			.flatMap((field) => {
				const title = `${id}, ${connection.id}, ${resource} ${name}: ${field.displayName}`;
				if (seen.has(title)) return [];
				seen.add(title);
				const made = (value) => {
					const additionalFields = { ...fields.additionalFields, [field.name]: value };
					const read = reader(operation, { ...fields, additionalFields });
					const { body, path } =
						operation.paging?.request(read, 10, undefined) ?? operation.request(read);
					return JSON.stringify([path, body]);
				};
				return [{ title, field, made }];
			});
	});
});

test('there are such fields', () => expect(cases.length).toBeGreaterThan(20));

describe.each(cases)('$title', ({ field, made }) => {
	test('text counts as what it spells', () => {
		const values = field.type === 'boolean' ? [true, false] : [field.typeOptions?.minValue || 20];
		for (const value of values) {
			expect(made(String(value))).toBe(made(value));
			expect(made(` ${value} `)).toBe(made(value));
		}
		if (field.type === 'boolean') expect(made('TRUE')).toBe(made(true));
		expect(made(values[0])).not.toBe(made(''));
	});

	test.each(['perhaps', [1], { a: 1 }])('%j is refused, not left out', (value) => {
		expect(() => made(value)).toThrow(/ is (?:neither true nor false|not a (?:whole )?number)/);
	});
});
