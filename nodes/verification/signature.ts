import { createHmac, timingSafeEqual, verify, type KeyObject } from 'node:crypto';
import { HASHES, SIGNATURE_BYTES } from './algorithm';
import { isBlank } from './blank';
import type { Delivery } from './delivery';
import { keyOf } from './key';
import { parseSignature, type ParsedSignature } from './parsedSignature';
import type { Secret, SignatureScheme } from './scheme';
import { refuse, type Verdict } from './verdict';

/**
 * Proves a delivery by its signature. Every candidate secret is tried, also after one matched, so
 * that the time taken does not tell which one it was.
 *
 * @param now milliseconds since the epoch
 */
export function verifySignature(
	delivery: Delivery,
	scheme: SignatureScheme,
	secrets: readonly Secret[],
	now: number,
): Verdict {
	const parsed = parseSignature(delivery.headers, scheme, now);
	if ('ok' in parsed) return parsed;

	let isNamed = secrets.length === 0;
	let isTried = false;
	let isUnusable = false;
	let verifiedWith: string | undefined;
	for (const secret of secrets) {
		if (scheme.keyId !== undefined && secret.keyId !== parsed.keyId) continue;
		isNamed = true;
		const key = keyOf(secret, scheme);
		if (key !== undefined) {
			isTried = true;
			if (isSignedWith(key, delivery.body, scheme, parsed)) verifiedWith ??= secret.label;
		} else if (!isBlank(secret.value)) {
			isTried = isUnusable = true;
		}
	}
	if (!isNamed) return refuse('key-id-unknown', scheme.keyId?.header);
	if (!isTried) return refuse('secret-missing');
	if (verifiedWith === undefined) {
		// Our own fault, so that the sender tries again once the secret is mended.
		if (isUnusable) return refuse('secret-malformed');
		return refuse('signature-mismatch', scheme.signature.header);
	}
	const { signedAt, id } = parsed;
	return { ok: true, verifiedWith, signedAt, id, payload: delivery.body };
}

function isSignedWith(
	key: KeyObject,
	body: Buffer,
	{ algorithm }: SignatureScheme,
	{ signatures, signed }: ParsedSignature,
): boolean {
	let isRight = false;
	if (algorithm === 'ed25519') {
		const message = Buffer.concat(
			signed.map((text) => (text === undefined ? body : bytesOf(text))),
		);
		for (const signature of signatures) {
			if (verify(null, message, key, signature)) isRight = true;
		}
		return isRight;
	}
	const hmac = createHmac(HASHES[algorithm], key);
	for (const text of signed) {
		if (text === undefined) hmac.update(body);
		else hmac.update(text, 'latin1');
	}
	// By way of a string, because a digest that Node gives as a Buffer costs a memory block of its own;
	// and into a buffer that is there, because nothing else runs before it is compared.
	const expected = EXPECTED[algorithm];
	expected.write(hmac.digest('binary'), 'binary');
	for (const signature of signatures) {
		if (timingSafeEqual(expected, signature)) isRight = true;
	}
	return isRight;
}

/** Where the HMAC that a delivery should have stands while it is compared. */
const EXPECTED = {
	'hmac-sha1': Buffer.alloc(SIGNATURE_BYTES['hmac-sha1']),
	'hmac-sha256': Buffer.alloc(SIGNATURE_BYTES['hmac-sha256']),
	'hmac-sha512': Buffer.alloc(SIGNATURE_BYTES['hmac-sha512']),
};

/** A character for each byte, as in {@link ParsedSignature}. */
function bytesOf(text: string): Buffer {
	return Buffer.from(text, 'latin1');
}
