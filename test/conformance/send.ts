import { createCipheriv, createHash, createHmac } from 'node:crypto';
import type { Delivery } from '../../nodes/verification/delivery';
import type { EnvelopeScheme, HmacScheme, Scheme, Secret } from '../../nodes/verification/scheme';
import { NOW_SECONDS } from './clock';

/** What a sender may say other than by default. Undefined members have the scheme's usual value. */
export interface Claims {
	timestamp?: string;
	keyId?: string;
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
	return scheme.kind === 'hmac'
		? sendSigned(scheme, secret, bytes, claims)
		: sendEnvelope(scheme, secret, bytes, claims);
}

/** The right signature's text, prefix and all. */
export function signature(
	scheme: HmacScheme,
	key: string | Buffer,
	body: Buffer,
	timestamp = String(NOW_SECONDS),
): string {
	const signed = scheme.signed.map((part) => {
		if ('body' in part) return body;
		return Buffer.from('literal' in part ? part.literal : timestamp);
	});
	const digest = createHmac('sha256', key).update(Buffer.concat(signed)).digest('hex');
	return scheme.signature.prefix + digest;
}

function sendSigned(scheme: HmacScheme, secret: Secret, body: Buffer, claims: Claims): Sent {
	const timestamp = claims.timestamp ?? String(NOW_SECONDS);
	const headers: Sent['headers'] = { 'content-type': ['application/json'] };
	headers[scheme.signature.header] = [
		claims.signature ?? signature(scheme, secret.value, body, timestamp),
	];
	if (scheme.timestamp) headers[scheme.timestamp.header] = [timestamp];
	if (scheme.keyId) headers[scheme.keyId.header] = [claims.keyId ?? secret.keyId ?? ''];
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
