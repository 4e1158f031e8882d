import type { Scheme } from '../../verification/scheme';
import { choice } from '../common/choice';
import type { SchemeSettings } from '../common/provider';
import { schemeOfTemplate } from '../common/signatureTemplate';

/** Vapi names no tolerance. */
export const DEFAULT_TOLERANCE_SECONDS = 300;

/**
 * What the server credential in Vapi says: an HMAC in every detail, a bearer token, or the older secret.
 * Whether the timestamp is in seconds or milliseconds Vapi does not document, so both are read.
 *
 * @see https://docs.vapi.ai/server-url/server-authentication
 * @throws BadInput for a payload format or a header that cannot be right
 */
export function scheme({ read, timestampTolerance }: SchemeSettings): Scheme {
	const text = (name: string, fallback: string) => {
		const value = read(name);
		return typeof value === 'string' ? value.trim() : fallback;
	};
	const proof = choice(read('vapiProof'), 'Proved By', ['hmac', 'bearer', 'sharedSecret']);
	if (proof === 'sharedSecret') return sharedSecret({ header: 'x-vapi-secret' });
	if (proof === 'bearer') return sharedSecret({ header: 'authorization', prefix: 'Bearer ' });

	const timestampHeader = text('vapiTimestampHeader', 'x-timestamp');
	return schemeOfTemplate({
		algorithm: choice(read('vapiAlgorithm'), 'Algorithm', [
			'hmac-sha256',
			'hmac-sha1',
			'hmac-sha512',
		]),
		documentsSha1: true,
		...(read('vapiSecretIsBase64') === true ? { key: { encoding: 'base64' as const } } : {}),
		signature: {
			header: text('vapiSignatureHeader', 'x-signature'),
			prefix: text('vapiSignaturePrefix', ''),
			encoding: choice(read('vapiSignatureEncoding'), 'Signature Encoding', ['hex', 'base64']),
		},
		signed: text('vapiPayloadFormat', '{timestamp}.{body}'),
		...(timestampHeader === ''
			? {}
			: { timestamp: { header: timestampHeader, unit: 's-or-ms' as const } }),
		toleranceSeconds: timestampTolerance,
	});
}

function sharedSecret(secret: { header: string; prefix?: string }): Scheme {
	return { kind: 'shared-secret', label: 'shared-secret', secret };
}
