import type { SignatureScheme } from '../../verification/scheme';

/**
 * `X-Mirai-Signature: t=<seconds>,v1=<hex>`: HMAC-SHA256 over t, a dot and the raw body. The key is the
 * whole text of the secret, `whsec_` included, not decoded.
 *
 * @see https://github.com/MiraiMinds/docs (v2/webhooks.mdx)
 * @param toleranceSeconds how far the timestamp may be from now, both ways
 */
export function scheme(toleranceSeconds: number): SignatureScheme {
	const header = 'x-mirai-signature';
	const time = { header, list: ',', prefix: 't=' } as const;
	return {
		kind: 'signature',
		label: 'hmac-sha256',
		algorithm: 'hmac-sha256',
		signature: { header, list: ',', prefix: 'v1=', encoding: 'lower-hex' },
		signed: [time, { literal: '.' }, { body: true }],
		timestamp: { ...time, unit: 's', toleranceSeconds },
	};
}
