import { parseExactObject, isEvent, isObject, parseObject } from '../../nodes/verification/json';

it.each([
	['an object', {}, true],
	['an object without a prototype', Object.create(null), true],
	['null', null, false],
	['a list', [], false],
	['text', 'a', false],
	['nothing', undefined, false],
])('isObject: %s', (_name, value, expected) => expect(isObject(value)).toBe(expected));

it.each([
	['{"a":1}', { a: 1 }],
	['\ufeff{"a":1}', { a: 1 }],
	[' {"a":"\u{1f4de}"}\n', { a: '\u{1f4de}' }],
	['\ufeff\ufeff{"a":1}', undefined],
	['[{"a":1}]', undefined],
	['null', undefined],
	['"a"', undefined],
	['1', undefined],
	['', undefined],
	['{"a":1}}', undefined],
])('parseObject reads %j', (text, expected) => {
	expect(parseObject(Buffer.from(text))).toEqual(expected);
});

it('parseObject takes no bytes that are not UTF-8', () => {
	expect(parseObject(Buffer.from('{"a":"\u00e9"}', 'latin1'))).toBeUndefined();
});

it.each([
	['one member of each group', { a: 'x', c: 'y' }, true],
	['another member of a group', { b: 'x', c: 'y' }, true],
	['a usable member beside an empty one', { a: '', b: 'x', c: 'y' }, true],
	['a group without members', { a: 'x' }, false],
	['an empty member', { a: 'x', c: '' }, false],
	['a number', { a: 'x', c: 1 }, true],
	['a truth value', { a: 'x', c: true }, false],
	['inherited members', Object.create({ a: 'x', c: 'y' }), false],
	['nothing', undefined, false],
])('isEvent: %s', (_name, value, expected) => {
	expect(isEvent(value, [['a', 'b'], ['c']])).toBe(expected);
});

describe('parseExactObject', () => {
	const exact = (text: string) => parseExactObject(Buffer.from(text));

	it('keeps integers that JavaScript cannot hold as text', () => {
		expect(exact('{"event_id": 1524831183200260097}')).toEqual({
			event_id: '1524831183200260097',
		});
		expect(exact('{"a":[-9007199254740993,{"b":9007199254740993}]}')).toEqual({
			a: ['-9007199254740993', { b: '9007199254740993' }],
		});
	});

	it('keeps integers with an exponent or a fraction of zeros apart as well', () => {
		expect(exact('{"a":1.524831183200260097e18,"b":1.524831183200260098E+18}')).toEqual({
			a: '1.524831183200260097e18',
			b: '1.524831183200260098E+18',
		});
		expect(exact('{"a":1524831183200260097.0}')).toEqual({ a: '1524831183200260097.0' });
	});

	it('leaves everything else as it is', () => {
		const text =
			'{"a":9007199254740991,"b":0.12345678901234567,"c":"id 1524831183200260097 \\"x\\" 1524831183200260097","d":1e20}';
		expect(exact(text)).toEqual(JSON.parse(text));
	});

	it('tells a number from the end of a text, whatever stands before it', () => {
		const ends = ['', '\\\\', '\\"', '\\\\\\"', '\\\\\\\\', ':', '\\u0022'];
		for (const end of ends) {
			const text = `{"a":"${end}","b":1524831183200260097,"c":"1524831183200260097${end}"}`;
			const { a, c } = JSON.parse(text) as Record<string, string>;
			expect(exact(text)).toEqual({ a, b: '1524831183200260097', c });
		}
	});

	it('has room for a text of any length beside such a number', () => {
		const recording = 'x'.repeat(16_000_000);
		const read = exact(`{"id":1524831183200260097,"recording":"${recording}"}`);
		expect(read?.id).toBe('1524831183200260097');
		expect(read?.recording === recording).toBe(true);
	});

	it('gives nothing for what is not an object', () => {
		expect(exact('[1524831183200260097]')).toBeUndefined();
		expect(exact('{"a":15248311832002600971')).toBeUndefined();
	});
});
