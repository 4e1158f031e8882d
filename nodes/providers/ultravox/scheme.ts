import type { SignatureScheme } from '../../verification/scheme';

/**
 * Ultravox advises a minute. Whether a retry is signed anew is not documented, so the window is wider:
 * a retry that was not would otherwise be lost. The duplicate guard takes care of the rest.
 */
export const DEFAULT_TOLERANCE_SECONDS = 300;

/**
 * `X-Ultravox-Webhook-Signature`: one HMAC-SHA256 for each secret of the webhook, separated by commas,
 * over the raw body and the text of `X-Ultravox-Webhook-Timestamp` (ISO 8601), nothing between.
 *
 * @see https://docs.ultravox.ai/webhooks/securing-webhooks
 * @param toleranceSeconds how far the timestamp may be from now, both ways
 */
export function scheme(toleranceSeconds: number): SignatureScheme {
	const header = 'x-ultravox-webhook-timestamp';
	return {
		kind: 'signature',
		label: 'hmac-sha256',
		algorithm: 'hmac-sha256',
		signature: { header: 'x-ultravox-webhook-signature', list: ',', encoding: 'hex' },
		signed: [{ body: true }, { header }],
		timestamp: { header, unit: 'iso8601', toleranceSeconds },
	};
}
