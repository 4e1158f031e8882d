/** In bytes: enough to tell a page or a sentence from sound. */
const SAMPLE = 4096;
/** The control characters that stand in texts: tabs, line ends and the like, and the escape of terminals. */
const IN_TEXTS = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b]);
const DELETE = 0x7f;
/** How pages begin, in whatever encoding they are. */
const MARKUP = /^(?:\xef\xbb\xbf)?\s*</;

/** Whether bytes are a text: a page, a sentence, JSON. No sound file begins so, whatever its type says. */
export function isTextual(bytes: Buffer): boolean {
	const sample = bytes.subarray(0, SAMPLE);
	if (sample.some(isNoLetter)) return false;
	return MARKUP.test(sample.toString('latin1')) || isUtf8(sample);
}

function isNoLetter(byte: number): boolean {
	return (byte < 0x20 && !IN_TEXTS.has(byte)) || byte === DELETE;
}

function isUtf8(sample: Buffer): boolean {
	try {
		// A character may be cut in two where the sample ends.
		new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
		return true;
	} catch {
		return false;
	}
}
