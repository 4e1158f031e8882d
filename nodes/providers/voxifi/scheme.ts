import type { SignatureScheme } from '../../verification/scheme';

/** What Voxifi's page recommends. */
export const DEFAULT_TOLERANCE_SECONDS = 300;

/**
 * `X-Webhook-Signature: sha256=<hex>` over the timestamp header, a dot and the raw body;
 * `X-Webhook-Timestamp` in Unix seconds.
 *
 * @see https://docs.voxifi.io/webhooks/security.html
 * @param toleranceSeconds how far the timestamp may be from now, both ways. What is no such
 * number (an expression may yield anything) counts as the default: it must not open the window.
 */
export function scheme(toleranceSeconds: number): SignatureScheme {
	const usable = Number.isFinite(toleranceSeconds) && toleranceSeconds >= 0;
	return {
		kind: 'signature',
		label: 'hmac-sha256',
		algorithm: 'hmac-sha256',
		signature: { header: 'x-webhook-signature', prefix: 'sha256=', encoding: 'hex' },
		signed: [{ header: 'x-webhook-timestamp' }, { literal: '.' }, { body: true }],
		timestamp: {
			header: 'x-webhook-timestamp',
			unit: 's',
			toleranceSeconds: usable ? toleranceSeconds : DEFAULT_TOLERANCE_SECONDS,
		},
	};
}
