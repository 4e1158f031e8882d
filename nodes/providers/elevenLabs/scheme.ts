import type { SignatureScheme } from '../../verification/scheme';

/** What ElevenLabs' own libraries allow: half an hour. */
export const DEFAULT_TOLERANCE_SECONDS = 1800;

/**
 * `ElevenLabs-Signature: t=<seconds>,v0=<hex>`: HMAC-SHA256 over t, a dot and the raw body. The secret
 * is used as the text it is. Several `v0` count, one of them has to be right.
 *
 * @see https://elevenlabs.io/docs/eleven-api/resources/webhooks
 * @param toleranceSeconds how far the timestamp may be from now, both ways
 */
export function scheme(toleranceSeconds: number): SignatureScheme {
	const header = 'elevenlabs-signature';
	const time = { header, list: ',', prefix: 't=' } as const;
	return {
		kind: 'signature',
		label: 'hmac-sha256',
		algorithm: 'hmac-sha256',
		signature: { header, list: ',', prefix: 'v0=', encoding: 'hex' },
		signed: [time, { literal: '.' }, { body: true }],
		timestamp: { ...time, unit: 's', toleranceSeconds },
	};
}
