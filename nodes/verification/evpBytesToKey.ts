import { createHash } from 'node:crypto';

/**
 * OpenSSL's EVP_BytesToKey with MD5, one round and no salt: what Node's `createDecipher`, which
 * the provider's samples call and which Node 22 removed, did with its password.
 *
 * @see https://docs.openssl.org/3.0/man3/EVP_BytesToKey/
 * @param password its UTF-8 bytes count
 * @param keyLength in bytes
 * @param ivLength in bytes
 */
export function evpBytesToKey(
	password: string,
	keyLength: number,
	ivLength: number,
): { key: Buffer; iv: Buffer } {
	const bytes = Buffer.from(password, 'utf8');
	let block = Buffer.alloc(0);
	let derived = Buffer.alloc(0);
	while (derived.length < keyLength + ivLength) {
		block = createHash('md5').update(block).update(bytes).digest();
		derived = Buffer.concat([derived, block]);
	}
	return {
		key: derived.subarray(0, keyLength),
		iv: derived.subarray(keyLength, keyLength + ivLength),
	};
}
