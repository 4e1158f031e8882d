import type { Delivery } from './delivery';
import { checkEnvelopeHeaders, verifyEnvelope } from './envelope';
import type { Scheme, Secret } from './scheme';
import { parseSharedSecret, verifySharedSecret } from './sharedSecret';
import { parseSignature } from './parsedSignature';
import { verifySignature } from './signature';
import type { Refusal, Verdict } from './verdict';

/**
 * Checks what the headers alone can refuse. It needs no secret, no body and no hash, so it is the
 * first thing to ask about a request.
 *
 * @param now milliseconds since the epoch
 * @returns the refusal, or `undefined` when only {@link verify} can tell
 */
export function checkHeaders(
	headers: Delivery['headers'],
	scheme: Scheme,
	now: number,
): Refusal | undefined {
	const parsed = parse(headers, scheme, now);
	return typeof parsed === 'object' && 'ok' in parsed ? parsed : undefined;
}

function parse(headers: Delivery['headers'], scheme: Scheme, now: number) {
	if (scheme.kind === 'signature') return parseSignature(headers, scheme, now);
	if (scheme.kind === 'shared-secret') return parseSharedSecret(headers, scheme);
	return checkEnvelopeHeaders(headers, scheme);
}

/**
 * Is this delivery genuine? Pure: no clock, never throws.
 *
 * @param secrets the candidates; all are tried. None, or only blank ones, is a refusal.
 * @param now milliseconds since the epoch
 */
export function verify(
	delivery: Delivery,
	scheme: Scheme,
	secrets: readonly Secret[],
	now: number,
): Verdict {
	if (scheme.kind === 'signature') return verifySignature(delivery, scheme, secrets, now);
	if (scheme.kind === 'shared-secret') return verifySharedSecret(delivery, scheme, secrets);
	return verifyEnvelope(delivery, scheme, secrets);
}
