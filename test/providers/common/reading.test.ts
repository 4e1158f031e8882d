import {
	directionAt,
	member,
	numberAt,
	objectAt,
	objectOrNull,
	textAt,
	timeAt,
	transcriptAt,
	truthAt,
} from '../../../nodes/providers/common/reading';

describe('member', () => {
	it('does not read what an object inherits', () => {
		expect(member({}, 'constructor')).toBeUndefined();
		expect(member(JSON.parse('{"__proto__":{"a":1}}'), 'a')).toBeUndefined();
		expect(member(JSON.parse('{"__proto__":1}'), '__proto__')).toBe(1);
	});
});

describe('textAt', () => {
	it.each([
		[{ a: 'x' }, 'x'],
		[{ a: ' x ' }, ' x '],
		[{ a: 42 }, '42'],
		[{ a: 0 }, '0'],
		[{ a: '', b: 'second' }, 'second'],
		[{ a: '  ', b: 'second' }, 'second'],
		[{ a: null, b: 'second' }, 'second'],
		[{ a: { x: 1 }, b: 'second' }, 'second'],
		[{ a: true }, null],
		[{ a: ['x'] }, null],
		[{ a: Infinity }, null],
		[{}, null],
	])('%j is %j', (source, text) => {
		expect(textAt(source, 'a', 'b')).toBe(text);
	});
});

describe('numberAt', () => {
	it.each([
		[{ a: 305 }, 305],
		[{ a: 0 }, 0],
		[{ a: '12.5' }, 12.5],
		[{ a: ' 7 ' }, 7],
		[{ a: '-1.5e2' }, -150],
		[{ a: 'many', b: 3 }, 3],
		[{ a: '0x1f' }, null],
		[{ a: '1e999' }, null],
		[{ a: '' }, null],
		[{ a: ' ' }, null],
		[{ a: true }, null],
		[{ a: [5] }, null],
		[{ a: null }, null],
	])('%j is %j', (source, number) => {
		expect(numberAt(source, 'a', 'b')).toBe(number);
	});
});

describe('truthAt', () => {
	it.each([
		[{ a: true }, true],
		[{ a: 'true' }, true],
		[{ a: ' TRUE ' }, true],
		[{ a: 1 }, true],
		[{ a: '1' }, true],
		[{ a: false }, false],
		[{ a: 'false' }, false],
		[{ a: 'False' }, false],
		[{ a: 0 }, false],
		[{ a: '0' }, false],
		[{ a: 'perhaps', b: false }, false],
		[{ a: 2 }, null],
		[{ a: '' }, null],
		[{ a: null }, null],
		[{ a: [true] }, null],
		[{}, null],
	])('%j is %j', (source, truth) => {
		expect(truthAt(source, 'a', 'b')).toBe(truth);
	});
});

describe('timeAt', () => {
	it.each([
		['2024-01-15T10:35:00Z', '2024-01-15T10:35:00.000Z'],
		['2024-01-15T10:35:00.123456Z', '2024-01-15T10:35:00.123Z'],
		['2024-01-15T10:35:00', '2024-01-15T10:35:00.000Z'],
		['2024-01-15 10:35:00', '2024-01-15T10:35:00.000Z'],
		['2024-01-15t10:35z', '2024-01-15T10:35:00.000Z'],
		['2024-01-15T16:05:00+05:30', '2024-01-15T10:35:00.000Z'],
		['2024-01-15T16:05:00 +0530', '2024-01-15T10:35:00.000Z'],
		['2024-01-15', '2024-01-15T00:00:00.000Z'],
	])('reads %s', (written, iso) => {
		expect(timeAt({ at: written }, 'at')).toBe(iso);
	});

	it.each([
		'2024-01-15T99:99:99Z',
		'2024-13-01',
		'2024-01-15 or so',
		'Mon, 15 Jan 2024 10:35:00 GMT',
		'now',
		'',
		1705315800,
		null,
		{},
	])('does not guess at %j', (written) => {
		expect(timeAt({ at: written }, 'at')).toBeNull();
	});

	it('takes the first member that is a time', () => {
		expect(timeAt({ a: 'soon', b: '2024-01-15T10:35:00Z' }, 'a', 'b')).toBe(
			'2024-01-15T10:35:00.000Z',
		);
	});
});

describe('objects and directions', () => {
	it('takes objects only', () => {
		expect(objectOrNull({ a: { b: 1 } }, 'a')).toEqual({ b: 1 });
		for (const other of [[1], null, 'x', 1]) {
			expect(objectOrNull({ a: other }, 'a')).toBeNull();
			expect(objectAt({ a: other }, 'a')).toEqual({});
		}
	});

	it('knows two directions, in any letter case', () => {
		expect(directionAt({ a: 'Inbound' }, 'a')).toBe('inbound');
		expect(directionAt({ a: 'OUTBOUND ' }, 'a')).toBe('outbound');
		expect(directionAt({ a: 'sideways' }, 'a')).toBeNull();
	});
});

describe('transcriptAt', () => {
	it('leaves text as it is', () => {
		expect(transcriptAt({ t: 'Hello\nthere' }, 't')).toBe('Hello\nthere');
	});

	it('writes one line for each utterance', () => {
		const transcript = [
			{ speaker: 'agent', text: 'Namaste' },
			{ role: 'user', content: 'हाँ, बोलिए।' },
			{ message: 'no speaker' },
			'bare text',
			{ speaker: 'agent' },
			7,
			null,
		];
		expect(transcriptAt({ t: transcript }, 't')).toBe(
			'agent: Namaste\nuser: हाँ, बोलिए।\nno speaker\nbare text',
		);
	});

	it('passes over what holds no text', () => {
		expect(transcriptAt({ a: [], b: [{}], c: 'last' }, 'a', 'b', 'c')).toBe('last');
		expect(transcriptAt({ a: {}, b: 5 }, 'a', 'b')).toBeNull();
	});
});
