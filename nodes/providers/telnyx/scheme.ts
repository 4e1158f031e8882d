import type { SignatureScheme } from '../../verification/scheme';

/**
 * `telnyx-signature-ed25519`: Ed25519 over `telnyx-timestamp` (Unix seconds), a pipe and the raw body,
 * in base64. The key is the account's public key: nothing secret.
 *
 * @see https://developers.telnyx.com/development/api-fundamentals/webhooks/receiving-webhooks
 * @param toleranceSeconds how far the timestamp may be from now, both ways
 */
export function scheme(toleranceSeconds: number): SignatureScheme {
	const header = 'telnyx-timestamp';
	return {
		kind: 'signature',
		label: 'ed25519',
		algorithm: 'ed25519',
		key: { encoding: 'base64' },
		signature: { header: 'telnyx-signature-ed25519', encoding: 'base64' },
		signed: [{ header }, { literal: '|' }, { body: true }],
		timestamp: { header, unit: 's', toleranceSeconds },
	};
}
