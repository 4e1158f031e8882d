import type { Algorithm, Encoding } from './scheme';

/** What Node calls the hash of an HMAC. */
export const HASHES = {
	'hmac-sha1': 'sha1',
	'hmac-sha256': 'sha256',
	'hmac-sha512': 'sha512',
} as const satisfies Partial<Record<Algorithm, string>>;

/** The length of a signature in bytes. */
export const SIGNATURE_BYTES: Record<Algorithm, number> = {
	'hmac-sha1': 20,
	'hmac-sha256': 32,
	'hmac-sha512': 64,
	ed25519: 64,
};

const HEX: Record<'hex' | 'lower-hex', RegExp> = {
	hex: /^[0-9a-fA-F]+$/,
	'lower-hex': /^[0-9a-f]+$/,
};

/**
 * Reads bytes strictly, where Node's own decoders skip what they do not know: of each length and each
 * way of writing there is one text for one row of bytes.
 *
 * @param length in bytes
 * @returns `undefined` for anything else
 */
export function decodeStrictly(
	text: string,
	encoding: Encoding,
	length: number,
): Buffer | undefined {
	if (encoding === 'base64') {
		if (text.length !== 4 * Math.ceil(length / 3)) return undefined;
		const bytes = Buffer.from(text, 'base64');
		return bytes.length === length && bytes.toString('base64') === text ? bytes : undefined;
	}
	if (text.length !== 2 * length || !HEX[encoding].test(text)) return undefined;
	return Buffer.from(text, 'hex');
}
