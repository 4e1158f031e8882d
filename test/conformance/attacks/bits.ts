import type { Reason } from '../../../nodes/verification/verdict';
import { headerRoles, type Attack, type HeaderRole } from '../attack';
import { genuine, type Subject } from '../subject';

const HEADER_REASONS: Record<HeaderRole['role'], readonly Reason[]> = {
	signature: ['signature-malformed', 'signature-mismatch'],
	timestamp: [
		'timestamp-malformed',
		'timestamp-too-old',
		'timestamp-too-new',
		'signature-mismatch',
	],
	keyId: ['key-id-malformed', 'key-id-unknown'],
	cipher: ['cipher-not-allowed'],
	format: ['encoding-not-allowed'],
	charset: ['encoding-not-allowed'],
};

/** The bytes with one bit flipped, for each of their bits. */
function flips(bytes: Buffer): Array<{ bit: number; bytes: Buffer }> {
	return Array.from({ length: bytes.length * 8 }, (_, bit) => {
		const flipped = Buffer.from(bytes);
		flipped[bit >> 3] ^= 0x80 >> (bit & 7);
		return { bit, bytes: flipped };
	});
}

/** Where a part of the delivery may be written in any letter case, that is no change of it. */
function meansTheSame({ scheme }: Subject, part: HeaderRole['role'] | 'body', change: Change) {
	const { before, after } = change;
	if (before.toLowerCase() !== after.toLowerCase()) return false;
	if (scheme.kind === 'envelope') {
		const name = before.slice(0, before.indexOf(':'));
		return part !== 'body' || after.startsWith(name);
	}
	const { prefix, anyLetterCase } = scheme.signature;
	return part === 'signature' && anyLetterCase && after.startsWith(prefix);
}

interface Change {
	before: string;
	after: string;
}

function bodyFlips(subject: Subject): Attack[] {
	const { scheme } = subject;
	const delivery = genuine(subject);
	const before = delivery.body.toString('latin1');
	const reason: Attack['reason'] =
		scheme.kind === 'hmac' ? 'signature-mismatch' : ['envelope-malformed', 'undecryptable'];
	return flips(delivery.body)
		.filter(({ bytes }) => {
			const after = bytes.toString('latin1');
			return !meansTheSame(subject, 'body', { before, after });
		})
		.map(({ bit, bytes }) => ({
			name: `${bit} of the body`,
			delivery: { ...delivery, body: bytes },
			reason,
			header: scheme.kind === 'hmac' ? scheme.signature.header : undefined,
		}));
}

function headerFlips(subject: Subject): Attack[] {
	const delivery = genuine(subject);
	return headerRoles(subject.scheme).flatMap(({ role, header }) => {
		const before = delivery.headers[header][0];
		return flips(Buffer.from(before, 'latin1'))
			.map(({ bit, bytes }) => ({ bit, after: bytes.toString('latin1') }))
			.filter(({ after }) => !meansTheSame(subject, role, { before, after }))
			.map(({ bit, after }) => ({
				name: `${bit} of ${header}`,
				delivery: { ...delivery, headers: { ...delivery.headers, [header]: [after] } },
				reason: HEADER_REASONS[role],
			}));
	});
}

function digestFlips(subject: Subject): Attack[] {
	const { scheme } = subject;
	if (scheme.kind !== 'hmac') return [];
	const { header, prefix } = scheme.signature;
	const delivery = genuine(subject);
	const digest = Buffer.from(delivery.headers[header][0].slice(prefix.length), 'hex');
	return flips(digest).map(({ bit, bytes }) => ({
		name: `${bit} of the digest`,
		delivery: {
			...delivery,
			headers: { ...delivery.headers, [header]: [prefix + bytes.toString('hex')] },
		},
		reason: 'signature-mismatch',
		header,
	}));
}

/** One bit flipped: each bit of the body, of every header that counts, and of the digest. */
export function bits(subject: Subject): Attack[] {
	return [...bodyFlips(subject), ...headerFlips(subject), ...digestFlips(subject)];
}
