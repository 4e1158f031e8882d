import { createHash, createHmac } from 'node:crypto';
import type { SignatureScheme } from '../../../nodes/verification/scheme';
import { DELIVERY_ID, signature } from '../send';
import { keyBytes, signatureBytes, signedString, timestampText } from '../sign';
import { event, type Subject } from '../subject';

/** Signatures that are well-formed and wrong: by what they cover, how, and with which key. */
export function wrongDigests(subject: Subject): Record<string, Buffer> {
	const { scheme } = subject;
	if (scheme.kind !== 'signature') return {};
	const right = signatureOf(scheme, subject, Buffer.from(event(scheme)));
	return {
		...(scheme.algorithm === 'ed25519'
			? byOtherKeys(scheme, subject)
			: byOtherMacs(scheme, subject)),
		'with its bytes reversed': Buffer.from(right).reverse(),
		'with its halves exchanged': Buffer.concat([second(right), first(right)]),
		'with its first half alone right': Buffer.concat([
			first(right),
			Buffer.alloc(right.length / 2),
		]),
		'with its last half alone right': Buffer.concat([
			Buffer.alloc(right.length / 2),
			second(right),
		]),
		'that is all zeros': Buffer.alloc(right.length),
		'that is all ones': Buffer.alloc(right.length, 0xff),
	};
}

const first = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2);
const second = (bytes: Buffer) => bytes.subarray(bytes.length / 2);

function said(scheme: SignatureScheme, { current }: Subject) {
	return { timestamp: timestampText(scheme), id: DELIVERY_ID, keyId: current.keyId ?? '' };
}

function signatureOf(
	scheme: SignatureScheme,
	subject: Subject,
	body: Buffer,
	by = subject.current,
) {
	const text = signature(scheme, by, body, said(scheme, subject));
	const { prefix = '', encoding } = scheme.signature;
	return Buffer.from(text.slice(prefix.length), encoding === 'base64' ? 'base64' : 'hex');
}

/** An HMAC made with the public key is the classic confusion of algorithms. */
function byOtherKeys(scheme: SignatureScheme, subject: Subject): Record<string, Buffer> {
	const { current, stranger } = subject;
	const body = Buffer.from(event(scheme));
	const message = signedString(scheme, body, said(scheme, subject));
	const publicKey = keyBytes(scheme, current.value);
	return {
		'made with another private key': signatureOf(scheme, subject, body, stranger),
		'of another body': signatureOf(scheme, subject, Buffer.from('{"event_type":"call.failed"}')),
		'of an empty body': signatureOf(scheme, subject, Buffer.alloc(0)),
		'that is an HMAC made with the public key': createHmac('sha512', publicKey)
			.update(message)
			.digest(),
		'that is an HMAC made with the text of the public key': createHmac('sha512', current.value)
			.update(message)
			.digest(),
		'that is the public key, twice': Buffer.concat([publicKey, publicKey]),
	};
}

function byOtherMacs(scheme: SignatureScheme, subject: Subject): Record<string, Buffer> {
	const { current, stranger } = subject;
	const text = event(scheme);
	const body = Buffer.from(text);
	const key = keyBytes(scheme, current.value);
	const spelled = current.value;
	const mac = (by: string | Buffer, signed: string | Buffer) =>
		signatureBytes(scheme, Buffer.from(by), Buffer.from(signed), said(scheme, subject));
	const { length } = mac(key, body);
	const message = signedString(scheme, body, said(scheme, subject));
	const hash = scheme.algorithm.slice('hmac-'.length);
	const filled = (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(64)]).subarray(0, length);
	const by = (name: string) => filled(createHmac(name, key).update(message).digest());
	const others = ['sha1', 'sha256', 'sha512', 'sha512-256', 'sha3-256', 'md5'].filter(
		(name) => name !== hash,
	);
	return {
		'made with another secret': mac(keyBytes(scheme, stranger.value), body),
		'made with an empty secret': mac('', body),
		'made with the secret and a line feed': mac(Buffer.concat([key, Buffer.from('\n')]), body),
		'made with the secret in upper case': mac(spelled.toUpperCase(), body),
		'made with the secret cut by one': mac(key.subarray(0, -1), body),
		'made with the secret in base64': mac(key.toString('base64'), body),
		'made with the secret decoded as base64': mac(
			Buffer.from(scheme.key ? key.toString('latin1') : spelled, 'base64'),
			body,
		),
		'made with the hash of the secret': mac(createHash('sha256').update(key).digest(), body),
		'made with the key id': mac(current.keyId ?? '', body),
		...(scheme.key ? { 'made with the secret as text': mac(spelled, body) } : {}),
		'made with secret and body exchanged': createHmac(hash, body).update(key).digest(),
		'of another body': mac(key, '{"event_type":"call.failed"}'),
		'of an empty body': mac(key, ''),
		'of the body and a line feed': mac(key, `${text}\n`),
		'of the body with blanks': mac(key, JSON.stringify(JSON.parse(text), null, 1)),
		'of the body with a byte order mark': mac(key, `\ufeff${text}`),
		'of the body in UTF-16': mac(key, Buffer.from(text, 'utf16le')),
		'of the body in base64': mac(key, btoa(text)),
		'of the hash of the body': mac(key, createHash('sha256').update(body).digest()),
		'that is a hash without a key': createHash(hash).update(message).digest(),
		'that is a hash of secret and body': createHash(hash).update(key).update(body).digest(),
		...Object.fromEntries(others.map((name) => [`by ${name}`, by(name)])),
		...(scheme.signed.length > 1
			? { 'of the body alone': createHmac(hash, key).update(body).digest() }
			: {}),
		...(scheme.signed.length > 1
			? {
					'of the parts in another order': signatureBytes(
						{ ...scheme, signed: [...scheme.signed].reverse() },
						key,
						Buffer.from(`${text} `),
						said(scheme, subject),
					),
				}
			: {}),
	};
}
