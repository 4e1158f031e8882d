import type { Attack, Family } from '../attack';
import type { Encoding, Place, SignatureScheme } from '../../../nodes/verification/scheme';
import { send, signature } from '../send';
import { written } from '../sign';
import { event, subjects, type Subject } from '../subject';
import { wrongDigests } from './wrongDigests';

interface Forgery {
	name: string;
	/** The header's whole text, from the right one and its two parts. */
	write(right: string, prefix: string, digest: string, bytes: Buffer): string;
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
	{ name: 'in base64', write: (_, prefix, __, bytes) => prefix + bytes.toString('base64') },
	{ name: 'in base64url', write: (_, prefix, __, bytes) => prefix + bytes.toString('base64url') },
	{ name: 'as raw bytes', write: (_, prefix, __, bytes) => prefix + bytes.toString('latin1') },
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

function bytesOf(digest: string, encoding: Encoding): Buffer {
	return Buffer.from(digest, encoding === 'base64' ? 'base64' : 'hex');
}

function cut(digest: string): [string, string] {
	return [digest.slice(0, 32), digest.slice(32)];
}

/** Signatures that are not the one that secret, body and timestamp make. */
export const signatures: Family = {
	name: 'a signature',
	attacks(subject) {
		const { scheme, current } = subject;
		if (scheme.kind !== 'signature') return [];
		const { header, prefix = '', encoding } = scheme.signature;
		const body = event(scheme);
		const { keyId } = current;
		const right = signature(scheme, current, Buffer.from(body), { keyId });
		const digest = right.slice(prefix.length);
		const attack = (name: string, text: string, reason: Attack['reason']): Attack => ({
			name,
			delivery: send(scheme, current, body, { signature: text }),
			reason,
			header,
		});
		const malformed = MALFORMED.map(({ name, write }) => ({
			name,
			text: write(right, prefix, digest, bytesOf(digest, encoding)),
		}));
		if (prefix !== '') {
			malformed.push(
				{ name: 'without its prefix', text: digest },
				{ name: 'with its prefix in upper case', text: prefix.toUpperCase() + digest },
				{ name: 'with a blank after its prefix', text: `${prefix} ${digest}` },
				{ name: 'with its prefix cut', text: prefix.slice(1) + digest },
				{ name: 'with a letter before its prefix', text: `x${right}` },
				{
					name: 'with its prefix replaced by as many digits',
					text: digest.slice(0, prefix.length) + digest,
				},
			);
		}
		malformed.push(...rewritings(scheme, prefix, digest));
		const others = subjects.filter(({ id }) => id !== subject.id);
		return [
			...malformed
				.filter(({ text }) => text !== right && !holds(text, right, scheme.signature))
				.map(({ name, text }) => attack(name, text, 'signature-malformed')),
			...Object.entries(wrongDigests(subject)).map(([name, bytes]) =>
				attack(name, prefix + written(bytes, encoding), 'signature-mismatch'),
			),
			...others.flatMap(({ id, scheme: other, current: theirs }) => {
				if (other.kind !== 'signature' || other.algorithm !== scheme.algorithm) return [];
				const made = signature(other, theirs, Buffer.from(body));
				const { prefix: before = '', encoding: theirEncoding } = other.signature;
				const bytes = bytesOf(made.slice(before.length), theirEncoding);
				const text = prefix + written(bytes, encoding);
				return [attack(`that ${id} made for the same event`, text, 'signature-mismatch')];
			}),
			...lists(subject),
		];
	},
};

/** Other ways of writing the same bytes; each signature has one. */
function rewritings(
	{ signature: { encoding } }: SignatureScheme,
	prefix: string,
	digest: string,
): Array<{ name: string; text: string }> {
	if (encoding === 'hex') return [];
	if (encoding === 'lower-hex')
		return [{ name: 'in upper case', text: prefix + digest.toUpperCase() }];
	const last = digest.replace(/=+$/, '');
	const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
	const next = alphabet[alphabet.indexOf(last.at(-1) ?? 'A') + 1] ?? 'B';
	const padding = digest.slice(last.length);
	return [
		{ name: 'in hexadecimal', text: prefix + Buffer.from(digest, 'base64').toString('hex') },
		{ name: 'without its padding', text: prefix + last },
		{ name: 'with one more sign of padding', text: `${prefix}${digest}=` },
		{ name: 'with other bits behind its end', text: prefix + last.slice(0, -1) + next + padding },
		{ name: 'with a line feed inside', text: `${prefix}${digest.slice(0, 8)}\n${digest.slice(8)}` },
		{
			name: 'with an equals sign inside',
			text: `${prefix}${digest.slice(0, 8)}=${digest.slice(8)}`,
		},
	];
}

/** Whether a text is a list that holds the right signature, beside pieces that do not count. */
function holds(text: string, right: string, { list, prefix = '' }: Place): boolean {
	if (list === undefined) return false;
	const pieces = text.split(list);
	if (pieces.some((piece) => piece === '' || piece !== piece.trim())) return false;
	const counting = pieces.filter((piece) => piece.startsWith(prefix));
	return counting.length > 0 && counting.every((piece) => piece === right);
}

/** What lists are attacked with: too much, too little, the genuine among the false. */
function lists({ scheme, current, stranger }: Subject): Attack[] {
	if (scheme.kind !== 'signature' || scheme.signature.list === undefined) return [];
	const { header, list, prefix = '' } = scheme.signature;
	const body = event(scheme);
	const { keyId } = current;
	const right = signature(scheme, current, Buffer.from(body), { keyId });
	const wrong = signature(scheme, stranger, Buffer.from(body), { keyId });
	const attack = (name: string, pieces: string[], reason: Attack['reason']): Attack => ({
		name: `in a list ${name}`,
		delivery: send(scheme, current, body, { signature: pieces.join(list) }),
		reason,
		header,
	});
	return [
		attack('of two wrong ones', [wrong, wrong], 'signature-mismatch'),
		attack('with one that is ill-formed after it', [right, `${prefix}00`], 'signature-malformed'),
		attack('with one that is ill-formed before it', [`${prefix}00`, right], 'signature-malformed'),
		attack('with an empty piece', [right, '', wrong], 'signature-malformed'),
		attack('with an empty end', [right, ''], 'signature-malformed'),
		attack('of a hundred', Array<string>(100).fill(right), 'signature-malformed'),
		attack('of 100,000', Array<string>(100_000).fill('x'), 'signature-malformed'),
	];
}

/** Genuine deliveries of all the other providers, as they are. */
export const otherProviders: Family = {
	name: 'a delivery of',
	attacks: (subject) =>
		subjects
			.filter(({ id }) => id !== subject.id)
			.map(({ id, scheme }) => ({
				name: id,
				delivery: send(scheme, subject.current, event(scheme)),
				reason: [
					'header-missing',
					'plaintext-not-allowed',
					'secret-mismatch',
					// Two providers may have a header in common.
					'signature-malformed',
				],
			})),
};
