import { createCipheriv, createHash } from 'node:crypto';
import type { Delivery } from '../../nodes/verification/delivery';
import type {
	EnvelopeScheme,
	Scheme,
	Secret,
	SignatureScheme,
} from '../../nodes/verification/scheme';
import {
	headersOf,
	privateKey,
	sharedSecretHeader,
	signatureBytes,
	timestampText,
	written,
} from './sign';

/** What a sender may say other than by default. Undefined members have the scheme's usual value. */
export interface Claims {
	timestamp?: string;
	keyId?: string;
	id?: string;
	/** The digest as the sender writes it, prefix and all, in place of the right one. */
	signature?: string;
	cipher?: string;
	cipherHeader?: string;
	format?: 'hex' | 'base64';
	charset?: string;
	/** The ciphertext's bytes, in place of the right ones. */
	ciphertext?: Buffer;
}

export type Sent = Delivery & { headers: Record<string, string[]> };

/**
 * Sends a body as the scheme's provider would. It reads schemes as data and shares no code with
 * what it tests.
 */
export function send(
	scheme: Scheme,
	secret: Secret,
	body: string | Buffer,
	claims: Claims = {},
): Sent {
	const bytes = Buffer.from(body);
	if (scheme.kind === 'envelope') return sendEnvelope(scheme, secret, bytes, claims);
	if (scheme.kind === 'signature') return sendSigned(scheme, secret, bytes, claims);
	const headers = { 'content-type': ['application/json'], ...sharedSecretHeader(scheme, secret) };
	return { headers, body: bytes };
}

/** A secret of the kit: where the scheme has key pairs, `seed` makes the private key. */
export interface KitSecret extends Secret {
	seed?: Buffer;
}

/** The id of a delivery, where nothing else is said. */
export const DELIVERY_ID = 'msg_2KWPBgLlAfxdpx2AI54pPJ85f4W';

/** The right signature's text, prefix and all. */
export function signature(
	scheme: SignatureScheme,
	key: KitSecret | Buffer | string,
	body: Buffer,
	claims: Claims = {},
): string {
	const said = {
		timestamp: claims.timestamp ?? timestampText(scheme),
		id: claims.id ?? DELIVERY_ID,
		keyId: claims.keyId ?? '',
	};
	const bytes = signatureBytes(scheme, keyFor(scheme, key), body, said);
	return (scheme.signature.prefix ?? '') + written(bytes, scheme.signature.encoding);
}

function keyFor({ algorithm }: SignatureScheme, key: KitSecret | Buffer | string) {
	if (algorithm === 'ed25519') {
		const seed = typeof key === 'object' && 'seed' in key ? key.seed : undefined;
		// Whoever has no private key makes one of what there is.
		const source = typeof key === 'object' && 'value' in key ? key.value : key;
		return privateKey(seed ?? createHash('sha256').update(source).digest());
	}
	return typeof key === 'object' && 'value' in key ? key.value : key;
}

function sendSigned(
	scheme: SignatureScheme,
	secret: KitSecret,
	body: Buffer,
	claims: Claims,
): Sent {
	const said = {
		timestamp: claims.timestamp ?? timestampText(scheme),
		id: claims.id ?? DELIVERY_ID,
		keyId: claims.keyId ?? secret.keyId ?? '',
	};
	const text = claims.signature ?? signature(scheme, secret, body, said);
	const headers = { 'content-type': ['application/json'], ...headersOf(scheme, text, said) };
	return { headers, body };
}

/** Encrypts as OpenSSL does with `-md md5 -nosalt -pass`. */
export function encrypt(password: string, plaintext: Buffer, keyBits: 128 | 192 | 256): Buffer {
	const md5 = (...parts: Buffer[]) => createHash('md5').update(Buffer.concat(parts)).digest();
	const secret = Buffer.from(password);
	const first = md5(secret);
	const second = md5(first, secret);
	const derived = Buffer.concat([first, second, md5(second, secret)]);
	const key = derived.subarray(0, keyBits / 8);
	const iv = derived.subarray(keyBits / 8, keyBits / 8 + 16);
	const cipher = createCipheriv(`aes-${keyBits}-cbc`, key, iv);
	return Buffer.concat([cipher.update(plaintext), cipher.final()]);
}

function sendEnvelope(scheme: EnvelopeScheme, secret: Secret, body: Buffer, claims: Claims): Sent {
	const { cipher = 'aes-256-cbc', format = 'hex', charset = 'utf8' } = claims;
	const keyBits = /128/.test(cipher) ? 128 : /192/.test(cipher) ? 192 : 256;
	const ciphertext = claims.ciphertext ?? encrypt(secret.value, body, keyBits);
	return {
		headers: {
			'content-type': ['application/json'],
			[claims.cipherHeader ?? scheme.cipherHeaders[0]]: [cipher],
			[scheme.formatHeader]: [format],
			[scheme.charsetHeader]: [charset],
		},
		body: Buffer.from(JSON.stringify({ [scheme.field]: ciphertext.toString(format) })),
	};
}
