import { createHmac, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import type {
	Encoding,
	Place,
	Secret,
	SharedSecretScheme,
	SignatureScheme,
} from '../../nodes/verification/scheme';
import { NOW_SECONDS } from './clock';

/** What an Ed25519 private key has before its 32 bytes, as DER: RFC 8410. */
const PRIVATE_DER = Buffer.from('302e020100300506032b657004220420', 'hex');

/** What a sender says in its headers. */
export interface Said {
	timestamp: string;
	id: string;
	keyId: string;
}

/** The present, as a scheme's sender writes it. */
export function timestampText(
	scheme: SignatureScheme,
	seconds: number = NOW_SECONDS,
	milliseconds = 0,
): string {
	const unit = scheme.timestamp?.unit ?? 's';
	if (unit === 's' || unit === 's-or-ms') return String(seconds);
	const moment = seconds * 1000 + milliseconds;
	return unit === 'ms' ? String(moment) : new Date(moment).toISOString();
}

/** Bytes, as a scheme writes its signatures. */
export function written(bytes: Buffer, encoding: Encoding): string {
	return bytes.toString(encoding === 'base64' ? 'base64' : 'hex');
}

/** The private key that belongs to the public key of a secret, made of 32 bytes. */
export function privateKey(seed: Buffer): KeyObject {
	const key = Buffer.concat([PRIVATE_DER, seed]);
	return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
}

/** The 32 bytes of the public key. */
export function publicBytes(seed: Buffer): Buffer {
	const der = createPublicKey(privateKey(seed)).export({ format: 'der', type: 'spki' });
	return der.subarray(-32);
}

/** The bytes that a secret of the kit spells, by the scheme's key form. */
export function keyBytes(scheme: SignatureScheme, value: string): Buffer {
	if (scheme.key === undefined) return Buffer.from(value, 'utf8');
	const { encoding, prefix = '' } = scheme.key;
	return Buffer.from(value.startsWith(prefix) ? value.slice(prefix.length) : value, encoding);
}

/** The signed string, as the scheme's data has it. */
export function signedString(scheme: SignatureScheme, body: Buffer, said: Said): Buffer {
	return Buffer.concat(
		scheme.signed.map((part) => {
			if ('body' in part) return body;
			if ('literal' in part) return Buffer.from(part.literal, 'utf8');
			return Buffer.from(textAt(scheme, part, said), 'latin1');
		}),
	);
}

function textAt(scheme: SignatureScheme, place: Place, said: Said): string {
	const isAt = (other: Place | undefined) =>
		other?.header === place.header && (other.prefix ?? '') === (place.prefix ?? '');
	if (isAt(scheme.id)) return said.id;
	if (isAt(scheme.keyId)) return said.keyId;
	return said.timestamp;
}

/** The signature's bytes. `key`: the secret's text, other bytes, or a private key. */
export function signatureBytes(
	scheme: SignatureScheme,
	key: Buffer | KeyObject | string,
	body: Buffer,
	said: Said,
): Buffer {
	const message = signedString(scheme, body, said);
	if (scheme.algorithm === 'ed25519') return sign(null, message, key as KeyObject);
	const bytes = typeof key === 'string' ? keyBytes(scheme, key) : (key as Buffer);
	return createHmac(scheme.algorithm.slice('hmac-'.length), bytes).update(message).digest();
}

/** The headers of a delivery: what is said at each place, pieces of one header joined. */
export function headersOf(
	scheme: SignatureScheme,
	signature: string,
	said: Said,
): Record<string, string[]> {
	const places: Array<[Place | undefined, string]> = [
		[scheme.timestamp, said.timestamp],
		[scheme.id, said.id],
		[scheme.keyId, said.keyId],
	];
	const headers: Record<string, string[]> = {};
	const put = ({ header, list }: Place, piece: string) => {
		headers[header] = headers[header] ? [`${headers[header][0]}${list}${piece}`] : [piece];
	};
	for (const [place, text] of places) if (place) put(place, `${place.prefix ?? ''}${text}`);
	put(scheme.signature, signature);
	return headers;
}

/** The header of a shared secret. */
export function sharedSecretHeader({ secret }: SharedSecretScheme, { value }: Secret) {
	// What Node makes of the bytes that are sent.
	const shown = Buffer.from(value, 'utf8').toString('latin1');
	return { [secret.header]: [`${secret.prefix ?? ''}${shown}`] };
}
