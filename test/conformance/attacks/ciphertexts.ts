import { createCipheriv, createHash } from 'node:crypto';
import type { Reason } from '../../../nodes/verification/verdict';
import { envelopeFamily, type Attack } from '../attack';
import { encrypt, send, type Claims, type Sent } from '../send';
import { eventMembers } from '../subject';
import { wrongBodies, wrongWritings } from './envelopeBodies';

const BLOCK = 16;

/** Ciphertexts of whole blocks that the right secret did not make in this order. */
function rearranged(right: Buffer): Record<string, Buffer> {
	const blocks = Array.from({ length: right.length / BLOCK }, (_, i) =>
		right.subarray(i * BLOCK, (i + 1) * BLOCK),
	);
	const last = blocks.length - 1;
	const zeros = Buffer.alloc(BLOCK);
	return {
		'without its last block': Buffer.concat(blocks.slice(0, -1)),
		'without its first block': Buffer.concat(blocks.slice(1)),
		'without its second block': Buffer.concat(blocks.filter((_, i) => i !== 1)),
		'of its first block alone': blocks[0],
		'of its last block alone': blocks[last],
		'with its last block twice': Buffer.concat([...blocks, blocks[last]]),
		'with its first block twice': Buffer.concat([blocks[0], ...blocks]),
		'written twice': Buffer.concat([...blocks, ...blocks]),
		'with its blocks reversed': Buffer.concat([...blocks].reverse()),
		'with its first two blocks exchanged': Buffer.concat([
			blocks[1],
			blocks[0],
			...blocks.slice(2),
		]),
		'with a block of zeros after': Buffer.concat([...blocks, zeros]),
		'with a block of zeros before': Buffer.concat([zeros, ...blocks]),
		'with its IV before, as others send it': Buffer.concat([
			Buffer.from('0123456789abcdef'),
			right,
		]),
		'with a salt before, as OpenSSL writes it': Buffer.concat([
			Buffer.from('Salted__12345678'),
			right,
		]),
		'of zeros': Buffer.alloc(right.length),
		'of a megabyte of zeros': Buffer.alloc(1024 * 1024),
		...Object.fromEntries(
			blocks.map((_, i) => {
				const flipped = Buffer.from(right);
				for (let at = i * BLOCK; at < (i + 1) * BLOCK; at += 1) flipped[at] ^= 0xff;
				return [`with all bits of block ${i} flipped`, flipped];
			}),
		),
	};
}

/** Right plaintext, encrypted otherwise than the headers say or than the scheme does. */
function otherwise(password: string, plaintext: Buffer): Record<string, Buffer> {
	const seal = (name: string, key: Buffer, iv: Buffer | null) => {
		const cipher = createCipheriv(name, key, iv);
		return Buffer.concat([cipher.update(plaintext), cipher.final()]);
	};
	const hashed = createHash('sha256').update(password).digest();
	const padded = Buffer.alloc(32, password);
	const zeros = Buffer.alloc(BLOCK);
	return {
		'by AES-128, called AES-256': encrypt(password, plaintext, 128),
		'by AES-192, called AES-256': encrypt(password, plaintext, 192),
		'with the SHA-256 of the secret as key': seal('aes-256-cbc', hashed, zeros),
		'with the secret itself as key': seal('aes-256-cbc', padded, zeros),
		'in ECB mode, called CBC': seal('aes-256-ecb', padded, null),
		'with an empty password': encrypt('', plaintext, 256),
		'with the password in upper case': encrypt(password.toUpperCase(), plaintext, 256),
	};
}

/** Everything that can be wrong with a ciphertext under headers that are right. */
export const ciphertexts = envelopeFamily('a ciphertext:', ({ scheme, current }) => {
	const plaintext = Buffer.from(`{${eventMembers(scheme)},"note":"a little longer"}`);
	const right = encrypt(current.value, plaintext, 256);
	const attack = (
		name: string,
		claims: Claims,
		body: Sent['body'] | null,
		reason: Reason,
	): Attack => {
		const delivery = send(scheme, current, plaintext, claims);
		const sent = body === null ? delivery : { ...delivery, body };
		return { name, delivery: sent, reason, header: undefined };
	};
	const written = (text: string) => Buffer.from(JSON.stringify({ [scheme.field]: text }));
	const lengths = { 'cut by a byte': right.subarray(0, -1), 'of one byte': right.subarray(0, 1) };
	const extended = Buffer.concat([right, Buffer.from([0])]);
	return [
		...Object.entries(wrongBodies(scheme.field, right.toString('hex'))).map(([name, body]) =>
			attack(name, {}, Buffer.from(body), 'envelope-malformed'),
		),
		...(['hex', 'base64'] as const).flatMap((format) =>
			Object.entries(wrongWritings(right)[format]).map(([name, text]) =>
				attack(`${format} ${name}`, { format }, written(text), 'envelope-malformed'),
			),
		),
		...Object.entries({ ...lengths, 'extended by a byte': extended }).map(([name, ciphertext]) =>
			attack(name, { ciphertext }, null, 'envelope-malformed'),
		),
		...Object.entries(rearranged(right)).map(([name, ciphertext]) =>
			attack(
				name,
				{ ciphertext },
				null,
				ciphertext.length > 64 * 1024 ? 'envelope-malformed' : 'undecryptable',
			),
		),
		...['latin1', 'binary', 'ascii', 'utf-8'].map((charset) =>
			attack(
				`whose padding is wrong, with ${charset}`,
				{ charset, ciphertext: right.subarray(0, BLOCK) },
				null,
				'undecryptable',
			),
		),
		...Object.entries(otherwise(current.value, plaintext)).map(([name, ciphertext]) =>
			attack(name, { ciphertext }, null, 'undecryptable'),
		),
	];
});
