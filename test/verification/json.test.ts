import { isEvent, isObject, parseObject } from '../../nodes/verification/json';

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
	['a number', { a: 'x', c: 1 }, false],
	['inherited members', Object.create({ a: 'x', c: 'y' }), false],
	['nothing', undefined, false],
])('isEvent: %s', (_name, value, expected) => {
	expect(isEvent(value, [['a', 'b'], ['c']])).toBe(expected);
});
