import type { Delivery } from './delivery';
import { checkEnvelopeHeaders, verifyEnvelope } from './envelope';
import { checkHmacHeaders, verifyHmac } from './hmac';
import type { Scheme, Secret } from './scheme';
import type { Refusal, Verdict } from './verdict';

/**
 * Checks what the headers alone can condemn. It needs no secret, no body and no hash, so it is the
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
	const claim =
		scheme.kind === 'hmac'
			? checkHmacHeaders(headers, scheme, now)
			: checkEnvelopeHeaders(headers, scheme);
	return typeof claim === 'object' && 'ok' in claim ? claim : undefined;
}

/**
 * Is this delivery genuine? Pure: no clock, no state, never throws.
 *
 * @param secrets the candidates; all are tried. None, or only empty ones, is a refusal.
 * @param now milliseconds since the epoch
 */
export function verify(
	delivery: Delivery,
	scheme: Scheme,
	secrets: readonly Secret[],
	now: number,
): Verdict {
	return scheme.kind === 'hmac'
		? verifyHmac(delivery, scheme, secrets, now)
		: verifyEnvelope(delivery, scheme, secrets);
}
