import { fixedScheme } from '../../verification/fixedScheme';
import type { SignatureScheme } from '../../verification/scheme';

/**
 * `X-Webhook-Signature`: HMAC-SHA256 over the raw body, hexadecimal, no prefix, no timestamp.
 *
 * @see https://docs.bland.ai/tutorials/webhook-signing
 */
export const scheme = fixedScheme<SignatureScheme>({
	kind: 'signature',
	label: 'hmac-sha256',
	algorithm: 'hmac-sha256',
	signature: { header: 'x-webhook-signature', encoding: 'hex' },
	signed: [{ body: true }],
});
