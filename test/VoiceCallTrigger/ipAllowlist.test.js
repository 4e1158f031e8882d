'use strict';

const fc = require('fast-check');
const { BlockList, isIP } = require('node:net');
const { isAllowed, parseAllowlist } = require('../../nodes/delivery/ipAllowlist');

/** The ranges of a list without a mistake. */
function rangesOf(list) {
	const parsed = parseAllowlist(list);
	if ('problem' in parsed) throw new Error(parsed.problem);
	if (parsed.ranges === 'everybody') throw new Error('A list that lets everybody in');
	return parsed.ranges;
}
const allowed = (list, sender) => isAllowed(rangesOf(list), sender);

test.each([
	['203.0.113.7', '203.0.113.7', true],
	['203.0.113.7', '203.0.113.8', false],
	['203.0.113.0/24', '203.0.113.255', true],
	['203.0.113.0/24', '203.0.114.0', false],
	['203.0.113.99/24', '203.0.113.1', true],
	['0.0.0.0/0', '198.51.100.1', true],
	['0.0.0.0/0', '2001:db8::1', false],
	['198.51.100.7/32', '198.51.100.7', true],
	['2001:db8::/32', '2001:db8:ffff::1', true],
	['2001:db8::/32', '2001:db9::1', false],
	['2001:DB8::1', '2001:0db8:0:0:0:0:0:1', true],
	['::1', '127.0.0.1', false],
	['fe80::1', 'fe80::1%eth0', true],
	// A server that listens on IPv6 sees IPv4 senders as mapped addresses.
	['203.0.113.0/24', '::ffff:203.0.113.7', true],
	['203.0.113.0/24', '::ffff:cb00:7107', true],
	['::ffff:203.0.113.7', '203.0.113.7', true],
	['::ffff:203.0.113.0/120', '203.0.113.200', true],
	[' 203.0.113.7 ,, 2001:db8::/32, ', '2001:db8::5', true],
])('%s and a sender at %s: %s', (list, sender, expected) => {
	expect(allowed(list, sender)).toBe(expected);
});

test.each([
	'localhost',
	'203.0.113',
	'203.0.113.256',
	'203.0.113.07',
	'0x7f.0.0.1',
	'203.0.113.7/33',
	'203.0.113.7/-1',
	'203.0.113.7/',
	'203.0.113.7/024',
	'203.0.113.0/24/24',
	'203.0.113.0/255.255.255.0',
	'203.0.113.1-203.0.113.9',
	'203.0.113.*',
	'2001:db8::/129',
	'2001:db8::1::2',
	'2001:db8',
	'1:2:3:4:5:6:7:8:9',
	'1:2:3:4:5:6:7::8',
	':::',
	'::ffff:203.0.113',
	'12345::',
	'[2001:db8::1]',
	'203.0.113.7:443',
	'203.0.113.7 198.51.100.1',
	'203.0.113.7;198.51.100.1',
	'https://203.0.113.7',
	'::ffff:203.0.113.0/24',
	'::ffff:cb00:7100/32',
	'::ffff:0.0.0.0/0',
	'203.0.113.7\u200b',
	'203.0.113.7\n198.51.100.2',
	'0203.0.113.7',
	'３.0.113.7',
	'fe80::1%eth0',
	'localhost/8',
	'undefined',
	'null',
	'[object Object]',
])('%s is no entry', (entry) => {
	const list = `198.51.100.1, ${entry}`;
	expect(parseAllowlist(list)).toEqual({ problem: expect.stringContaining(`: ${entry}`) });
});

test('a node without the option lets everybody in', () => {
	expect(parseAllowlist(undefined)).toEqual({ ranges: 'everybody' });
});

test.each([
	null,
	'',
	' , ',
	[],
	[''],
	[[]],
	7,
	NaN,
	true,
	{},
	['203.0.113.7', 7],
	[['203.0.113.7']],
	'\u200b',
	'\u00a0,',
])('an option that gives %j is a problem, and never everybody', (value) =>
	expect(parseAllowlist(value)).toEqual({ problem: expect.any(String) }),
);

test('a list of texts is taken', () => {
	expect(allowed(['203.0.113.7', '198.51.100.0/24, 2001:db8::1'], '198.51.100.9')).toBe(true);
	expect(allowed(['203.0.113.7'], '203.0.113.8')).toBe(false);
});

test.each([
	['203.0.113.7:17085', true],
	['203.0.113.8:17085', false],
	['[2001:db8::1]', true],
	['[2001:db8::1]:443', true],
	['[2001:db8::2]:443', false],
	['[203.0.113.7', false],
	['203.0.113.7:', false],
	['::ffff:203.0.113.7:17085', true],
	['::FFFF:203.0.113.7', true],
	['::ffff:203.0.113.8:17085', false],
	['"203.0.113.7:17085"', true],
	['"[2001:db8::1]:443"', true],
	['[2001:db8::1%25eth0]:443', true],
	['2001:db8::1:443', false],
	['203.0.113.7:170850', false],
	['203.0.113.7:80:80', false],
	['for=203.0.113.7', false],
	['203.0.113.07', false],
	['0xcb007107', false],
	['3405803783', false],
])('a proxy that writes %s: %s', (sender, expected) => {
	expect(allowed('203.0.113.7, 2001:db8::1', sender)).toBe(expected);
});

test('a list has at most 100 entries', () => {
	const list = (length) => Array.from({ length }, (_, n) => `192.0.2.${n}`).join(',');
	expect(rangesOf(list(100))).toHaveLength(100);
	expect(parseAllowlist(list(101))).toEqual({ problem: expect.stringContaining('101 entries') });
});

test.each([undefined, '', 'unknown', 'unix:', '203.0.113.7, 198.51.100.1'])(
	'a sender at %s is on no list',
	(sender) => expect(allowed('0.0.0.0/0, ::/0', sender)).toBe(false),
);

const family = (address) => (isIP(address) === 4 ? 'ipv4' : 'ipv6');
/** The oracle knows mapped addresses by another family; it is asked about the plain ones. */
const plain = (address) => !/^[0:]*:ffff:/i.test(address);
const ipv6 = fc.ipV6().filter(plain);
/** Addresses that lie close together, so that ranges are hit. */
const neighbor = fc.oneof(
	fc.tuple(fc.nat(3), fc.nat(255)).map(([c, d]) => `203.0.${c}.${d}`),
	fc.nat(0xffff).map((last) => `2001:db8::${last.toString(16)}`),
	fc.ipV4(),
	ipv6,
);

test('agrees with node:net on addresses and ranges', () => {
	const bits = (address) => fc.nat(isIP(address) === 4 ? 32 : 128);
	const range = neighbor.chain((address) => fc.tuple(fc.constant(address), bits(address)));
	fc.assert(
		fc.property(fc.array(range, { maxLength: 5 }), neighbor, (ranges, sender) => {
			const oracle = new BlockList();
			for (const [address, length] of ranges) oracle.addSubnet(address, length, family(address));
			fc.pre(ranges.length > 0);
			const list = ranges.map(([address, length]) => `${address}/${length}`).join(',');
			// IPv4 lies inside ::/0 for us, as it is handled as ::ffff:0:0/96; for the oracle it does not.
			fc.pre(isIP(sender) === 6 || ranges.every(([address]) => isIP(address) === 4));
			expect(allowed(list, sender)).toBe(oracle.check(sender, family(sender)));
		}),
		{ numRuns: 2000 },
	);
});

test('takes for an address exactly what node:net takes for one', () => {
	const nearly = fc.stringMatching(/^[0-9a-f:.]{2,24}$/);
	fc.assert(
		fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), nearly), (entry) => {
			expect('ranges' in parseAllowlist(entry)).toBe(isIP(entry) !== 0);
		}),
		{ numRuns: 5000 },
	);
});
