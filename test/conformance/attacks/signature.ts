import type { Attack, Family } from '../attack';
import { send, signature } from '../send';
import { event, subjects } from '../subject';
import { wrongDigests } from './wrongDigests';

interface Forgery {
	name: string;
	/** The header's whole text, from the right one and its two parts. */
	write(right: string, prefix: string, digest: string): string;
}

/** Texts that are not a signature of this scheme at all. */
const MALFORMED: Forgery[] = [
	{ name: 'cut by one character', write: (right) => right.slice(0, -1) },
	{ name: 'cut by one byte', write: (right) => right.slice(0, -2) },
	{ name: 'cut to 128 bits', write: (_, prefix, digest) => prefix + digest.slice(0, 32) },
	{ name: 'cut to one byte', write: (_, prefix, digest) => prefix + digest.slice(0, 2) },
	{ name: 'without its first character', write: (_, prefix, digest) => prefix + digest.slice(1) },
	{ name: 'with one more character', write: (right) => `${right}0` },
	{ name: 'with one more byte', write: (right) => `${right}00` },
	{ name: 'with a zero byte before', write: (_, prefix, digest) => `${prefix}00${digest}` },
	{ name: 'written twice', write: (_, prefix, digest) => prefix + digest + digest },
	{ name: 'with a letter that is no digit', write: (right) => `${right.slice(0, -1)}g` },
	{ name: 'with a word after it', write: (right) => `${right}zz` },
	{ name: 'with 0x before', write: (_, prefix, digest) => `${prefix}0x${digest}` },
	{ name: 'with colons', write: (_, p, digest) => p + (digest.match(/../g) ?? []).join(':') },
	{ name: 'in base64', write: (_, prefix, digest) => prefix + inBase(digest, 'base64') },
	{ name: 'in base64url', write: (_, prefix, digest) => prefix + inBase(digest, 'base64url') },
	{ name: 'as raw bytes', write: (_, prefix, digest) => prefix + inBase(digest, 'latin1') },
	{ name: 'as base64 of the hexadecimal text', write: (_, p, d) => p + btoa(d) },
	{ name: 'with its prefix doubled', write: (right, prefix) => (prefix || 'sha256=') + right },
	{ name: 'with a prefix in the middle', write: (_, p, d) => cut(d).join(p || 'sha256=') },
	{ name: 'with a prefix at the end', write: (_, p, d) => d + (p || 'sha256=') },
	{ name: 'with the prefix of another hash', write: (_, __, digest) => `sha512=${digest}` },
	{ name: 'with the prefix of a version', write: (_, __, digest) => `v1=${digest}` },
	{ name: 'with an authorization scheme', write: (right) => `Bearer ${right}` },
	{ name: 'in a list of two', write: (right) => `${right},${right}` },
	{ name: 'in a list after a wrong one', write: (right) => `${'0'.repeat(64)} ${right}` },
	{ name: 'that is nothing but the prefix', write: (_, prefix) => prefix || 'sha256=' },
	{ name: 'that is 64 blanks', write: (_, prefix) => prefix + ' '.repeat(64) },
	{ name: 'that is 64 full-width zeros', write: (_, prefix) => prefix + '\uff10'.repeat(64) },
	{ name: 'as JSON', write: (right) => JSON.stringify({ signature: right }) },
];

function inBase(digest: string, encoding: 'base64' | 'base64url' | 'latin1'): string {
	return Buffer.from(digest, 'hex').toString(encoding);
}

function cut(digest: string): [string, string] {
	return [digest.slice(0, 32), digest.slice(32)];
}

/** Signatures that are not the one that secret, body and timestamp make. */
export const signatures: Family = {
	name: 'a signature',
	attacks(subject) {
		const { scheme, current } = subject;
		if (scheme.kind !== 'hmac') return [];
		const { header, prefix, anyLetterCase } = scheme.signature;
		const body = event(scheme);
		const right = signature(scheme, current.value, Buffer.from(body));
		const digest = right.slice(prefix.length);
		const attack = (name: string, text: string, reason: Attack['reason']): Attack => ({
			name,
			delivery: send(scheme, current, body, { signature: text }),
			reason,
			header,
		});
		const others = subjects.filter(({ id }) => id !== subject.id);
		const malformed = MALFORMED.map(({ name, write }) =>
			attack(name, write(right, prefix, digest), 'signature-malformed'),
		);
		if (prefix !== '') {
			const cases: Record<string, string> = {
				'without its prefix': digest,
				'with its prefix in upper case': prefix.toUpperCase() + digest,
				'with a blank after its prefix': `${prefix} ${digest}`,
				'with its prefix cut': prefix.slice(1) + digest,
				'with a letter before its prefix': `x${right}`,
				'with its prefix replaced by as many digits': digest.slice(0, prefix.length) + digest,
			};
			for (const [name, text] of Object.entries(cases)) {
				malformed.push(attack(name, text, 'signature-malformed'));
			}
		}
		const upperCase = prefix + digest.toUpperCase();
		if (!anyLetterCase) malformed.push(attack('in upper case', upperCase, 'signature-malformed'));
		return [
			...malformed,
			...Object.entries(wrongDigests(subject)).map(([name, wrong]) =>
				attack(name, prefix + wrong, 'signature-mismatch'),
			),
			...others.flatMap(({ id, scheme: other, current: { value } }) => {
				if (other.kind !== 'hmac') return [];
				const theirs = signature(other, value, Buffer.from(body));
				const text = prefix + theirs.slice(other.signature.prefix.length);
				return [attack(`that ${id} made for the same event`, text, 'signature-mismatch')];
			}),
		];
	},
};

/** Genuine deliveries of all the other providers, as they are. */
export const otherProviders: Family = {
	name: 'a delivery of',
	attacks: (subject) =>
		subjects
			.filter(({ id }) => id !== subject.id)
			.map(({ id, scheme }) => ({
				name: id,
				delivery: send(scheme, subject.current, event(scheme)),
				reason: ['header-missing', 'plaintext-not-allowed'],
			})),
};
