import { textMap } from '../../../nodes/providers/common/textMap';

it('gives an object of texts as it is', () => {
	expect(textMap('{"a": "1", "b": ""}', 'Variables')).toEqual({ a: '1', b: '' });
	expect(textMap({ a: '1' }, 'Variables')).toEqual({ a: '1' });
});

it.each(['', '{}', undefined, null])('gives nothing for %p', (value) => {
	expect(textMap(value, 'Variables')).toBeUndefined();
});

it.each(['{"a": 1}', '{"a": null}', '{"a": {"b": "c"}}', '{"a": 9007199254740993}'])(
	'refuses %s',
	(value) => {
		expect(() => textMap(value, 'Variables')).toThrow(
			'Variables has a value that is not text: "a".',
		);
	},
);

it('refuses what is no object', () => {
	expect(() => textMap('[1]', 'Variables')).toThrow(/not an object/);
});
