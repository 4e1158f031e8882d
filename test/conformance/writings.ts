/** A way of writing an event as JSON that some serializer has. */
export interface Writing {
	name: string;
	/** The bytes, from the members that an event of the scheme needs (JSON without the braces). */
	write(members: string): string | Buffer;
}

const MEBIBYTE = 1024 * 1024;

const member = (name: string, text: string): Writing => ({
	name,
	write: (members) => `{${members},"extra":${text}}`,
});

/** The same kind of event in every way of writing JSON; a genuine one is never refused for it. */
export const writings: Writing[] = [
	{ name: 'compact', write: (members) => `{${members}}` },
	{ name: 'with blanks', write: (m) => `{ ${m.replaceAll(':', ' : ').replaceAll(',', ' , ')} }` },
	{ name: 'with tabs and line feeds', write: (m) => `{\n\t${m.replaceAll(',', ',\n\t')}\n}` },
	{ name: 'with CRLF', write: (m) => `{\r\n${m.replaceAll(',', ',\r\n')}\r\n}\r\n` },
	{ name: 'with blanks around it', write: (members) => ` \t\n{${members}} \r\n ` },
	{ name: 'with a line feed at the end', write: (members) => `{${members}}\n` },
	{ name: 'with a byte order mark', write: (members) => `\ufeff{${members}}` },
	{ name: 'with its keys in another order', write: (m) => `{${m.split(',').reverse().join(',')}}` },
	{ name: 'with keys that are numbers', write: (m) => `{"10":1,"9":2,"-1":3,${m},"1":4}` },
	{ name: 'with a key twice', write: (m) => `{"extra":1,${m},"extra":2}` },
	{ name: 'with its own members twice', write: (m) => `{${m},${m}}` },
	{ name: 'with an empty key', write: (m) => `{"":1,${m}}` },
	member('with 1.0', '1.0'),
	member('with 1e2', '[1e2,1E+2,10e-1]'),
	member('with minus zero', '[-0,-0.0,0e5]'),
	member('with integers past 2^53', '[9007199254740993,123456789012345678901234567890]'),
	member('with a number past the range', '1e999'),
	member('with a long fraction', '0.1000000000000000055511151231257827'),
	member('with escaped slashes', '"https:\\/\\/example.com\\/a"'),
	member('with \\u escapes', '"\\u0041\\u00e9\\u0939\\u093f"'),
	member('with \\u escapes in upper case', '"\\u00E9\\u2028"'),
	member('with an escaped pair of surrogates', '"\\ud83d\\udcde"'),
	member('with an escaped lone surrogate', '"\\ud83d"'),
	member('with an escaped NUL', '"\\u0000"'),
	member('with the other escapes', '"\\b\\f\\n\\r\\t\\"\\\\"'),
	member('with Hindi and Tamil', '"\u0928\u092e\u0938\u094d\u0924\u0947 \u0bb5\u0ba3\u0b95\u0bcd"'),
	member('with decomposed letters', '"e\u0301 \u1100\u1161"'),
	member('with emoji', '"\u{1f4de}\u{1f468}\u200d\u{1f469}\u200d\u{1f467}"'),
	member('with astral letters', '"\u{1d54f}\u{20000}\u{10ffff}"'),
	member('with line separators', '"\u2028\u2029\u0085"'),
	member('with right-to-left text', '"\u202e\u05e9\u05dc\u05d5\u05dd\u202c"'),
	member('with HTML', '"<script>alert(1)</script>&amp;"'),
	member('with percent and plus signs', '"a+b%20c=d&e"'),
	member('with null, true and false', '[null,true,false,{},[]]'),
	member('nested 10,000 deep', `${'['.repeat(10_000)}${']'.repeat(10_000)}`),
	member('with a polluting __proto__', '{"__proto__":{"polluted":true}}'),
	{ name: 'with __proto__ as a key', write: (m) => `{"__proto__":{"polluted":true},${m}}` },
	member('with a polluting constructor', '{"constructor":{"prototype":{"polluted":true}}}'),
	member('with members named like methods', '{"toJSON":1,"toString":2,"hasOwnProperty":3}'),
	{ name: 'of 1 MB', write: (m) => `{${m},"extra":"${'0123456789abcdef'.repeat(MEBIBYTE / 16)}"}` },
	{
		name: 'of 1 MB of emoji',
		write: (m) => `{${m},"extra":"${'\u{1f4de}'.repeat(MEBIBYTE / 4)}"}`,
	},
	{
		name: 'of 1 MB of small members',
		write: (m) => `{${m}${Array.from({ length: 65_536 }, (_, i) => `,"k${i}":${i}`).join('')}}`,
	},
];

/** Bodies that are not an event, or not even JSON. A signature over bytes holds for them too. */
export const bareBodies: Writing[] = [
	{ name: 'that is an empty object', write: () => '{}' },
	{ name: 'that is an empty list', write: () => '[]' },
	{ name: 'that is null', write: () => 'null' },
	{ name: 'that is a number', write: () => '1.0' },
	{ name: 'that is text', write: () => '"call.completed"' },
	{ name: 'that is empty', write: () => '' },
	{ name: 'that is cut off', write: (members) => `{${members}` },
	{ name: 'that is a form', write: () => 'event_type=call.completed&event_id=evt_1' },
	{ name: 'that is XML', write: () => '<?xml version="1.0"?><event/>' },
	{ name: 'that is a NUL byte', write: () => '\0' },
	{ name: 'that is not UTF-8', write: () => Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0x80]) },
	{
		name: 'that is every byte',
		write: () => Buffer.from(Array.from({ length: 256 }, (_, i) => i)),
	},
	{ name: 'in UTF-16', write: (members) => Buffer.from(`\ufeff{${members}}`, 'utf16le') },
];
