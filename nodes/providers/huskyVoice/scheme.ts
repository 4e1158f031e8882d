import type { HmacScheme } from '../../verification/scheme';

/**
 * `X-Husky-Signature`: HMAC-SHA256 over the raw body, hexadecimal, no prefix, no timestamp.
 *
 * @see https://docs.huskyvoice.ai/api/auth-setup/
 */
export const scheme: HmacScheme = {
	kind: 'hmac',
	label: 'hmac-sha256',
	hash: 'sha256',
	signature: { header: 'x-husky-signature', prefix: '', anyLetterCase: true },
	signed: [{ body: true }],
};
