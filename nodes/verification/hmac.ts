import { createHmac, timingSafeEqual } from 'node:crypto';
import { isBlank } from './blank';
import type { Delivery } from './delivery';
import { singleHeader } from './headers';
import type { HmacScheme, Secret, SignedPart } from './scheme';
import { checkTimestamp } from './timestamp';
import { refuse, type Refusal, type Verdict } from './verdict';

const DIGEST_HEX = { any: /^[0-9a-fA-F]{64}$/, lower: /^[0-9a-f]{64}$/ };
/** A key id is an identifier: visible ASCII of a sensible length. */
const KEY_ID = /^[\x21-\x7e]{1,256}$/;

/** What the headers of a well-formed delivery say; nothing of it is proven yet. */
export interface HmacClaim {
	signature: Buffer;
	signedAt: number | null;
	keyId: string | undefined;
}

/**
 * Checks all that can be checked without a secret and without hashing: headers there once and
 * well-formed, timestamp in the window.
 *
 * @param now milliseconds since the epoch
 */
export function checkHmacHeaders(
	headers: Delivery['headers'],
	scheme: HmacScheme,
	now: number,
): HmacClaim | Refusal {
	const { header, prefix, anyLetterCase } = scheme.signature;
	const signature = singleHeader(headers, header);
	if (typeof signature !== 'string') return signature;
	const digest = signature.slice(prefix.length);
	const wellFormed = anyLetterCase ? DIGEST_HEX.any : DIGEST_HEX.lower;
	if (!signature.startsWith(prefix) || !wellFormed.test(digest)) {
		return refuse('signature-malformed', header);
	}

	let signedAt: number | null = null;
	if (scheme.timestamp) {
		const timestamp = singleHeader(headers, scheme.timestamp.header);
		if (typeof timestamp !== 'string') return timestamp;
		const { header: timestampHeader, toleranceSeconds } = scheme.timestamp;
		const checked = checkTimestamp(timestamp, timestampHeader, toleranceSeconds, now);
		if (typeof checked !== 'number') return checked;
		signedAt = checked;
	}

	let keyId: string | undefined;
	if (scheme.keyId) {
		const named = singleHeader(headers, scheme.keyId.header);
		if (typeof named !== 'string') return named;
		if (!KEY_ID.test(named)) return refuse('key-id-malformed', scheme.keyId.header);
		keyId = named;
	}

	return { signature: Buffer.from(digest, 'hex'), signedAt, keyId };
}

/** The signature that a secret makes for a delivery: the scheme's parts, hashed as they arrived. */
export function signatureOf(
	delivery: Delivery,
	signed: readonly SignedPart[],
	hash: HmacScheme['hash'],
	secret: string | Buffer,
): Buffer {
	const hmac = createHmac(hash, secret);
	for (const part of signed) {
		if ('body' in part) hmac.update(delivery.body);
		else if ('header' in part) hmac.update(delivery.headers[part.header]?.[0] ?? '', 'latin1');
		else hmac.update(part.literal, 'utf8');
	}
	// By way of a string, because a digest that Node gives as a Buffer costs a memory block of its own.
	return Buffer.from(hmac.digest('binary'), 'binary');
}

/**
 * Proves a delivery by its signature. Every candidate secret is tried, also after one matched, so
 * that the time taken does not tell which one it was.
 *
 * @param now milliseconds since the epoch
 */
export function verifyHmac(
	delivery: Delivery,
	scheme: HmacScheme,
	secrets: readonly Secret[],
	now: number,
): Verdict {
	const claim = checkHmacHeaders(delivery.headers, scheme, now);
	if ('ok' in claim) return claim;

	let named = 0;
	let tried = 0;
	let verifiedWith: string | undefined;
	for (const { label, value, keyId } of secrets) {
		if (scheme.keyId && keyId !== claim.keyId) continue;
		named += 1;
		if (isBlank(value)) continue;
		tried += 1;
		const expected = signatureOf(delivery, scheme.signed, scheme.hash, value);
		if (timingSafeEqual(expected, claim.signature)) verifiedWith ??= label;
	}
	if (named === 0 && secrets.length > 0) return refuse('key-id-unknown', scheme.keyId?.header);
	if (tried === 0) return refuse('secret-missing');
	if (verifiedWith === undefined) return refuse('signature-mismatch', scheme.signature.header);
	return { ok: true, verifiedWith, signedAt: claim.signedAt, payload: delivery.body };
}
