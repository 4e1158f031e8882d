import type { SignatureScheme } from '../../verification/scheme';

/** What the specification's libraries allow. */
export const DEFAULT_TOLERANCE_SECONDS = 300;

/** How the headers begin: Svix writes `svix-` where the specification writes `webhook-`. */
export type HeaderNames = 'svix' | 'webhook';

/** The kind of the secret: a text that both sides know (`whsec_`), or a public key (`whpk_`). */
export type KeyKind = 'whpk' | 'whsec';

/**
 * The signed string is id, timestamp and body with dots between; the header holds a list of
 * `v1,<base64>` (HMAC-SHA256) and `v1a,<base64>` (Ed25519). Each kind of key proves its own version only.
 *
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 * @param toleranceSeconds how far the timestamp may be from now, both ways
 */
export function scheme(
	names: HeaderNames,
	keyKind: KeyKind,
	toleranceSeconds: number,
): SignatureScheme {
	const id = { header: `${names}-id` };
	const time = { header: `${names}-timestamp` };
	const isPublic = keyKind === 'whpk';
	return {
		kind: 'signature',
		label: isPublic ? 'ed25519' : 'hmac-sha256',
		algorithm: isPublic ? 'ed25519' : 'hmac-sha256',
		key: { encoding: 'base64', prefix: isPublic ? 'whpk_' : 'whsec_' },
		signature: {
			header: `${names}-signature`,
			list: ' ',
			prefix: isPublic ? 'v1a,' : 'v1,',
			encoding: 'base64',
		},
		signed: [id, { literal: '.' }, time, { literal: '.' }, { body: true }],
		timestamp: { ...time, unit: 's', toleranceSeconds },
		id,
	};
}
