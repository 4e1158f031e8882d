'use strict';

const { createCipheriv, createHash } = require('node:crypto');

/**
 * Random choices that a seed repeats: the key stream of AES in counter mode.
 *
 * @param {string} seed
 */
function createRandom(seed) {
	const key = createHash('sha256').update(seed).digest();
	const stream = createCipheriv('aes-256-ctr', key, Buffer.alloc(16));
	/** @param {number} count */
	const bytes = (count) => stream.update(Buffer.alloc(count));
	/** @param {number} below @returns {number} 0 to below - 1 */
	const integer = (below) => bytes(6).readUIntBE(0, 6) % below;
	return {
		bytes,
		integer,
		/** @template T @param {readonly T[]} list @returns {T} */
		pick: (list) => list[integer(list.length)],
		/** @param {number} count @returns {string} hexadecimal digits */
		hex: (count) =>
			bytes(Math.ceil(count / 2))
				.toString('hex')
				.slice(0, count),
		/** @param {number} count @returns {string} visible ASCII */
		text: (count) => String.fromCharCode(...bytes(count).map((byte) => 0x21 + (byte % 94))),
	};
}

module.exports = { createRandom };
