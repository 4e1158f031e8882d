import { createHash, timingSafeEqual } from 'node:crypto';
import { isBlank } from './blank';
import type { Delivery } from './delivery';
import { textAt } from './place';
import type { Secret, SharedSecretScheme } from './scheme';
import { refuse, type Refusal, type Verdict } from './verdict';

/** Longer than any secret that fits into a header. */
const MAX_LENGTH = 4096;

/** Reads the secret that a delivery shows. */
export function parseSharedSecret(
	headers: Delivery['headers'],
	{ secret }: SharedSecretScheme,
): string | Refusal {
	const shown = textAt(headers, secret, 'secret-mismatch');
	if (typeof shown !== 'string') return shown;
	return shown.length > MAX_LENGTH ? refuse('secret-mismatch', secret.header) : shown;
}

/** Proves who sent a delivery, by a secret that it shows. What was sent is not proved by it. */
export function verifySharedSecret(
	delivery: Delivery,
	scheme: SharedSecretScheme,
	secrets: readonly Secret[],
): Verdict {
	const shown = parseSharedSecret(delivery.headers, scheme);
	if (typeof shown !== 'string') return shown;
	// Digests, because those are equally long, whatever was shown.
	const digest = digestOf(shown, 'latin1');
	let isTried = false;
	let verifiedWith: string | undefined;
	for (const { label, value } of secrets) {
		if (isBlank(value)) continue;
		isTried = true;
		if (timingSafeEqual(digestOf(value, 'utf8'), digest)) verifiedWith ??= label;
	}
	if (!isTried) return refuse('secret-missing');
	if (verifiedWith === undefined) return refuse('secret-mismatch', scheme.secret.header);
	return { ok: true, verifiedWith, signedAt: null, id: null, payload: delivery.body };
}

/** Node reads a header's bytes as Latin-1; a secret that is entered goes out as UTF-8. */
function digestOf(text: string, encoding: 'latin1' | 'utf8'): Buffer {
	return createHash('sha256').update(text, encoding).digest();
}
