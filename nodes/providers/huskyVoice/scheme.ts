import { fixedScheme } from '../../verification/fixedScheme';
import type { SignatureScheme } from '../../verification/scheme';

/**
 * `X-Husky-Signature`: HMAC-SHA256 over the raw body, hexadecimal, no prefix, no timestamp.
 *
 * @see https://docs.huskyvoice.ai/api/auth-setup/
 */
export const scheme = fixedScheme<SignatureScheme>({
	kind: 'signature',
	label: 'hmac-sha256',
	algorithm: 'hmac-sha256',
	signature: { header: 'x-husky-signature', encoding: 'hex' },
	signed: [{ body: true }],
});
