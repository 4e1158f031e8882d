/** A bound for the form, so that checking an address stays cheap. */
export const MAX_ALLOWLIST_ENTRIES = 100;

/** An address range: all addresses whose first `bits` bits are those of `address`. */
interface Range {
	address: bigint;
	bits: number;
}

const ADDRESS_BITS = 128;
/** IPv4 addresses are handled as IPv4-mapped IPv6 ones, `::ffff:a.b.c.d`. */
const MAPPED_PREFIX = 0xffffn << 32n;
const MAPPED_BITS = 96;
const OCTET = /^(?:0|[1-9]\d{0,2})$/;
const GROUP = /^[0-9a-f]{1,4}$/;
const PREFIX_LENGTH = /^(?:0|[1-9]\d{0,2})$/;

/**
 * Reads a list of addresses and CIDR ranges, separated by commas, or a list of such texts. An option
 * that was added to the node limits the senders, whatever its expression gives: one that is empty, or
 * no text at all, never lets everybody in.
 *
 * @param list the option's value; `undefined` alone means that the node does not have the option
 * @returns the ranges, or what is wrong with the list
 */
export function parseAllowlist(
	list: unknown,
): { ranges: Range[] | 'everybody' } | { problem: string } {
	if (list === undefined) return { ranges: 'everybody' };
	const texts: unknown[] = Array.isArray(list) ? list : [list];
	if (!texts.every((text) => typeof text === 'string')) {
		return { problem: 'The IP allowlist is not a text or a list of texts' };
	}
	const entries = texts.flatMap((text) => text.split(',')).map((entry) => entry.trim());
	const filled = entries.filter((entry) => entry !== '');
	if (filled.length === 0) {
		return { problem: 'The IP allowlist is empty. Remove the option to let everybody in' };
	}
	if (filled.length > MAX_ALLOWLIST_ENTRIES) {
		return {
			problem: `The IP allowlist has ${filled.length} entries, more than ${MAX_ALLOWLIST_ENTRIES}`,
		};
	}
	const ranges: Range[] = [];
	for (const entry of filled) {
		const range = parseRange(entry);
		if (!range) {
			return { problem: `The IP allowlist has an entry that is not an address: ${entry}` };
		}
		ranges.push(range);
	}
	return { ranges };
}

/** Whether a sender's address lies in one of the ranges. An address that cannot be read does not. */
export function isAllowed(ranges: readonly Range[], sender: string | undefined): boolean {
	const address = parseAddress(withoutPort((sender ?? '').trim()).split('%')[0]);
	if (address === undefined) return false;
	return ranges.some((range) => {
		const ignored = BigInt(ADDRESS_BITS - range.bits);
		return address >> ignored === range.address >> ignored;
	});
}

/** Proxies write `203.0.113.7:17085`, `[2001:db8::1]` and `[2001:db8::1]:17085` as well, some in quotes. */
function withoutPort(written: string): string {
	const sender = /^"(.*)"$/.exec(written)?.[1] ?? written;
	const bracketed = /^\[([^\]]+)\](?::\d{1,5})?$/.exec(sender);
	if (bracketed) return bracketed[1];
	return /^(?:[^:]+|::ffff:[\d.]+\.\d+):\d{1,5}$/i.test(sender)
		? sender.slice(0, sender.lastIndexOf(':'))
		: sender;
}

function parseRange(entry: string): Range | undefined {
	const [written, length, ...rest] = entry.split('/');
	const address = parseAddress(written);
	if (address === undefined || rest.length > 0) return undefined;
	const offset = written.includes(':') ? 0 : ADDRESS_BITS - 32;
	if (length === undefined) return { address, bits: ADDRESS_BITS };
	if (!PREFIX_LENGTH.test(length)) return undefined;
	const bits = offset + Number(length);
	// Of a mapped address less than these bits: all IPv4 addresses, which nobody who writes one means.
	if (offset === 0 && bits < MAPPED_BITS && isMapped(address)) return undefined;
	return bits <= ADDRESS_BITS ? { address, bits } : undefined;
}

function isMapped(address: bigint): boolean {
	return address >> 32n === MAPPED_PREFIX >> 32n;
}

function parseAddress(written: string): bigint | undefined {
	if (!written.includes(':')) {
		const octets = parseOctets(written);
		return octets === undefined ? undefined : MAPPED_PREFIX | octets;
	}
	let text = written.toLowerCase();
	const lastColon = text.lastIndexOf(':');
	if (text.includes('.')) {
		const octets = parseOctets(text.slice(lastColon + 1));
		if (octets === undefined) return undefined;
		const groups = [octets >> 16n, octets & 0xffffn].map((group) => group.toString(16));
		text = text.slice(0, lastColon + 1) + groups.join(':');
	}
	const halves = text.split('::').map((half) => (half === '' ? [] : half.split(':')));
	if (halves.length > 2) return undefined;
	const [head, tail = []] = halves;
	const missing = 8 - head.length - tail.length;
	if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
	const groups = [...head, ...Array<string>(missing).fill('0'), ...tail];
	if (!groups.every((group) => GROUP.test(group))) return undefined;
	return groups.reduce((address, group) => (address << 16n) | BigInt(`0x${group}`), 0n);
}

function parseOctets(written: string): bigint | undefined {
	const octets = written.split('.');
	if (octets.length !== 4) return undefined;
	if (!octets.every((octet) => OCTET.test(octet) && Number(octet) <= 255)) return undefined;
	return octets.reduce((address, octet) => (address << 8n) | BigInt(octet), 0n);
}
