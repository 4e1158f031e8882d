import { createHash, createHmac } from 'node:crypto';
import { signature } from '../send';
import { event, type Subject } from '../subject';

/** Digests that are well-formed and wrong: by what they cover, how, and with which key. */
export function wrongDigests({ scheme, current, stranger }: Subject): Record<string, string> {
	if (scheme.kind !== 'hmac') return {};
	const text = event(scheme);
	const body = Buffer.from(text);
	const key = current.value;
	const digestOf = (signedKey: string | Buffer, signed: string | Buffer) =>
		signature(scheme, signedKey, Buffer.from(signed)).slice(scheme.signature.prefix.length);
	const hex = (hash: string) => createHmac(hash, key).update(body).digest('hex');
	const own = digestOf(key, body);
	return {
		'made with another secret': digestOf(stranger.value, body),
		'made with an empty secret': digestOf('', body),
		'made with the secret and a line feed': digestOf(`${key}\n`, body),
		'made with the secret in upper case': digestOf(key.toUpperCase(), body),
		'made with the secret cut by one': digestOf(key.slice(0, -1), body),
		'made with the secret in base64': digestOf(btoa(key), body),
		'made with the secret decoded as base64': digestOf(Buffer.from(key, 'base64'), body),
		'made with the hash of the secret': digestOf(createHash('sha256').update(key).digest(), body),
		'made with the key id': digestOf(current.keyId ?? '', body),
		'made with secret and body exchanged': createHmac('sha256', body).update(key).digest('hex'),
		'of another body': digestOf(key, '{"event_type":"call.failed"}'),
		'of an empty body': digestOf(key, ''),
		'of the body and a line feed': digestOf(key, `${text}\n`),
		'of the body with blanks': digestOf(key, JSON.stringify(JSON.parse(text), null, 1)),
		'of the body with a byte order mark': digestOf(key, `\ufeff${text}`),
		'of the body in UTF-16': digestOf(key, Buffer.from(text, 'utf16le')),
		'of the body in base64': digestOf(key, btoa(text)),
		'of the hash of the body': digestOf(key, createHash('sha256').update(body).digest()),
		'that is a hash without a key': createHash('sha256').update(body).digest('hex'),
		'that is a hash of secret and body': createHash('sha256')
			.update(key)
			.update(body)
			.digest('hex'),
		'by SHA-512, cut': hex('sha512').slice(0, 64),
		'by SHA-512/256': hex('sha512-256'),
		'by SHA3-256': hex('sha3-256'),
		'by SHA-1, filled up': hex('sha1').padEnd(64, '0'),
		'by MD5, twice': hex('md5').repeat(2),
		'with its bytes reversed': reversed(own),
		'with its halves exchanged': own.slice(32) + own.slice(0, 32),
		'with its first half alone right': own.slice(0, 32) + '0'.repeat(32),
		'with its last half alone right': '0'.repeat(32) + own.slice(32),
		'that is all zeros': '0'.repeat(64),
		'that is all ones': 'f'.repeat(64),
		...(scheme.signed.length > 1 ? { 'of the body alone': hex('sha256') } : {}),
	};
}

function reversed(digest: string): string {
	return Buffer.from(digest, 'hex').reverse().toString('hex');
}
