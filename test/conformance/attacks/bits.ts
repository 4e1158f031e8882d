import type { Reason } from '../../../nodes/verification/verdict';
import { headerRoles, type Attack, type HeaderRole } from '../attack';
import { send, signature } from '../send';
import { written } from '../sign';
import { genuine, type Subject } from '../subject';

const HEADER_REASONS: Record<HeaderRole['role'], readonly Reason[]> = {
	signature: ['signature-malformed', 'signature-mismatch'],
	timestamp: [
		'timestamp-malformed',
		'timestamp-too-old',
		'timestamp-too-new',
		'signature-mismatch',
	],
	id: ['id-malformed', 'signature-mismatch'],
	keyId: ['key-id-malformed', 'key-id-unknown'],
	secret: ['secret-mismatch'],
	cipher: ['cipher-not-allowed'],
	format: ['encoding-not-allowed'],
	charset: ['encoding-not-allowed'],
};

/** In a list, the flipped bit may be any piece's. */
const IN_A_LIST = [...HEADER_REASONS.signature, ...HEADER_REASONS.timestamp];

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
	if (scheme.kind === 'shared-secret' || scheme.signature.encoding !== 'hex') return false;
	// The signature is the header's last piece: the digits are what follows its prefix.
	const { prefix = '' } = scheme.signature;
	const digits = prefix === '' ? 0 : before.lastIndexOf(prefix) + prefix.length;
	return part === 'signature' && after.startsWith(before.slice(0, digits));
}

interface Change {
	before: string;
	after: string;
}

function bodyFlips(subject: Subject): Attack[] {
	const { scheme } = subject;
	// A shared secret does not cover the body.
	if (scheme.kind === 'shared-secret') return [];
	const delivery = genuine(subject);
	const before = delivery.body.toString('latin1');
	const reason: Attack['reason'] =
		scheme.kind === 'signature' ? 'signature-mismatch' : ['envelope-malformed', 'undecryptable'];
	return flips(delivery.body)
		.filter(({ bytes }) => {
			const after = bytes.toString('latin1');
			return !meansTheSame(subject, 'body', { before, after });
		})
		.map(({ bit, bytes }) => ({
			name: `${bit} of the body`,
			delivery: { ...delivery, body: bytes },
			reason,
			header: scheme.kind === 'signature' ? scheme.signature.header : undefined,
		}));
}

function headerFlips(subject: Subject): Attack[] {
	const delivery = genuine(subject);
	return headerRoles(subject.scheme).flatMap(({ role, header, isList }) => {
		const before = delivery.headers[header][0];
		return flips(Buffer.from(before, 'latin1'))
			.map(({ bit, bytes }) => ({ bit, after: bytes.toString('latin1') }))
			.filter(({ after }) => !meansTheSame(subject, role, { before, after }))
			.map(({ bit, after }) => ({
				name: `${bit} of ${header}`,
				delivery: { ...delivery, headers: { ...delivery.headers, [header]: [after] } },
				reason: isList ? IN_A_LIST : HEADER_REASONS[role],
			}));
	});
}

function digestFlips(subject: Subject): Attack[] {
	const { scheme, current } = subject;
	if (scheme.kind !== 'signature') return [];
	const { header, encoding, prefix = '' } = scheme.signature;
	const body = genuine(subject).body;
	const right = signature(scheme, current, body, { keyId: current.keyId });
	const digest = Buffer.from(right.slice(prefix.length), encoding === 'base64' ? 'base64' : 'hex');
	return flips(digest).map(({ bit, bytes }) => ({
		name: `${bit} of the digest`,
		delivery: send(scheme, current, body, { signature: prefix + written(bytes, encoding) }),
		reason: 'signature-mismatch',
		header,
	}));
}

/** One bit flipped: each bit of the body, of every header that counts, and of the digest. */
export function bits(subject: Subject): Attack[] {
	return [...bodyFlips(subject), ...headerFlips(subject), ...digestFlips(subject)];
}
