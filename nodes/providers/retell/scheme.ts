import type { SignatureScheme } from '../../verification/scheme';

/**
 * `X-Retell-Signature: v=<milliseconds>,d=<hex>`: HMAC-SHA256 over the raw body and the digits of v,
 * nothing between, time last. The key is the API key with the webhook badge.
 *
 * @see https://docs.retellai.com/features/secure-webhook
 * @param toleranceSeconds how far the timestamp may be from now, both ways
 */
export function scheme(toleranceSeconds: number): SignatureScheme {
	const header = 'x-retell-signature';
	return {
		kind: 'signature',
		label: 'hmac-sha256',
		algorithm: 'hmac-sha256',
		signature: { header, list: ',', prefix: 'd=', encoding: 'hex' },
		signed: [{ body: true }, { header, list: ',', prefix: 'v=' }],
		timestamp: { header, list: ',', prefix: 'v=', unit: 'ms', toleranceSeconds },
	};
}
