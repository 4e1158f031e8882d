const HEX = /^(?:[0-9a-fA-F]{2})+$/;
const CHARSETS = new Set(['utf8', 'utf-8', 'latin1', 'binary', 'ascii']);

/** Whether a ciphertext may be written this way. Expects lower case. */
export function isFormat(format: string): format is 'hex' | 'base64' {
	return format === 'hex' || format === 'base64';
}

/** Whether a plaintext may have this character set (Node's names). Expects lower case. */
export function isCharset(charset: string): boolean {
	return CHARSETS.has(charset);
}

/**
 * Decodes strictly, where Node's own decoders skip what they do not know: only the canonical way
 * of writing the bytes is taken, so a ciphertext cannot be written in two ways.
 */
export function decodeCiphertext(text: string, format: 'hex' | 'base64'): Buffer | undefined {
	if (format === 'hex') return HEX.test(text) ? Buffer.from(text, 'hex') : undefined;
	const joined = withoutLineBreaks(text);
	const bytes = Buffer.from(joined, 'base64');
	return bytes.toString('base64') === joined ? bytes : undefined;
}

/** Lines as OpenSSL (64 characters) and MIME (76, PHP's chunk_split) break them. */
const LINES =
	/^(?:[^\r\n]{64}\r?\n)+[^\r\n]{0,64}(?:\r?\n)?$|^(?:[^\r\n]{76}\r?\n)+[^\r\n]{0,76}(?:\r?\n)?$/;

/** Base64 in one line; breaks are taken where tools put them, and nowhere else. */
function withoutLineBreaks(text: string): string {
	if (LINES.test(text)) return text.replaceAll(/[\r\n]/g, '');
	return text.replace(/\r?\n$/, '');
}

/** Decodes text strictly: `undefined` where the bytes are not valid in the character set. */
export function decodeCharset(bytes: Buffer, charset: string): string | undefined {
	if (charset === 'latin1' || charset === 'binary') return bytes.toString('latin1');
	if (charset === 'ascii' && bytes.some((byte) => byte > 0x7f)) return undefined;
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return undefined;
	}
}
