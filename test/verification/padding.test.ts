import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { BLOCK_BYTES, paddingOf } from '../../nodes/verification/padding';

const key = randomBytes(16);
const iv = randomBytes(BLOCK_BYTES);

/** What OpenSSL says of bytes as the plaintext of AES-128-CBC: how much of it is padding, 0 where that is wrong. */
function opensslPaddingOf(padded: Buffer): number {
	const cipher = createCipheriv('aes-128-cbc', key, iv).setAutoPadding(false);
	const ciphertext = Buffer.concat([cipher.update(padded), cipher.final()]);
	const decipher = createDecipheriv('aes-128-cbc', key, iv);
	const first = decipher.update(ciphertext);
	try {
		return padded.length - first.length - decipher.final().length;
	} catch {
		return 0;
	}
}

/** A block whose last byte names a length, and that has so many bytes of it at its end. */
const blockOf = (length: number, repeated = length) =>
	Buffer.alloc(BLOCK_BYTES, 0xaa).fill(length, Math.max(0, BLOCK_BYTES - repeated));

it('knows each length of a right padding', () => {
	for (let length = 1; length <= BLOCK_BYTES; length += 1) {
		expect(paddingOf(blockOf(length))).toBe(length);
		expect(paddingOf(Buffer.concat([blockOf(3), blockOf(length)]))).toBe(length);
	}
});

it('agrees with OpenSSL about each last byte, however often it is repeated', () => {
	for (let length = 0; length <= 255; length += 1) {
		for (let repeated = 1; repeated <= BLOCK_BYTES; repeated += 1) {
			const block = blockOf(length, repeated);
			expect([length, repeated, paddingOf(block)]).toEqual([
				length,
				repeated,
				opensslPaddingOf(block),
			]);
		}
	}
});

it('agrees with OpenSSL where one byte of a padding is wrong', () => {
	for (let length = 1; length <= BLOCK_BYTES; length += 1) {
		for (let at = 0; at < BLOCK_BYTES; at += 1) {
			const block = blockOf(length);
			block[at] ^= 1;
			expect([length, at, paddingOf(block)]).toEqual([length, at, opensslPaddingOf(block)]);
		}
	}
});

it('agrees with OpenSSL about any bytes', () => {
	const block = fc.uint8Array({ minLength: BLOCK_BYTES, maxLength: BLOCK_BYTES, max: 17 });
	fc.assert(
		fc.property(block, block, (first, last) => {
			const padded = Buffer.concat([first, last]);
			expect(paddingOf(padded)).toBe(opensslPaddingOf(padded));
		}),
	);
});
