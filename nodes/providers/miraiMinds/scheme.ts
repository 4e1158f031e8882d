import { fixedScheme } from '../../verification/fixedScheme';
import type { SignatureScheme } from '../../verification/scheme';

/**
 * `x-signature`: HMAC-SHA256 over the raw body, lower-case hexadecimal ("case-sensitive", says the
 * page). `x-public-key` names the organization whose secret signed. It is not signed itself, so it
 * only chooses among the secrets that the person entered. The API draft would have deliveries
 * carry `x-private-key`: nothing here reads it.
 *
 * @see https://docs.miraiminds.co/developers/webhook-signature
 */
export const scheme = fixedScheme<SignatureScheme>({
	kind: 'signature',
	label: 'hmac-sha256',
	algorithm: 'hmac-sha256',
	signature: { header: 'x-signature', encoding: 'lower-hex' },
	signed: [{ body: true }],
	keyId: { header: 'x-public-key' },
});
