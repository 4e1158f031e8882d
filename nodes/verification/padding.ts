/** The length of an AES block. */
export const BLOCK_BYTES = 16;

/** The length of a right PKCS #7 padding, else 0. It looks at each byte of the block, whatever it finds. */
export function paddingOf(padded: Buffer): number {
	const length = padded[padded.length - 1];
	let wrong = length < 1 || length > BLOCK_BYTES ? 1 : 0;
	for (let at = 1; at <= BLOCK_BYTES; at += 1) {
		const isPadding = at <= length ? 1 : 0;
		wrong |= isPadding & (padded[padded.length - at] === length ? 0 : 1);
	}
	return wrong === 0 ? length : 0;
}
