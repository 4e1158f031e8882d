import { createDecipheriv } from 'node:crypto';
import { isBlank } from './blank';
import type { Delivery } from './delivery';
import { evpBytesToKey } from './evpBytesToKey';
import { singleHeader } from './headers';
import { isEvent, parseObject } from './json';
import type { EnvelopeScheme, Secret } from './scheme';
import { decodeCharset, decodeCiphertext, isCharset, isFormat } from './textEncoding';
import { refuse, UNPROVEN, type Acceptance, type Refusal, type Verdict } from './verdict';

/** The ciphers that may be named, by the names OpenSSL and Node know them by. */
const CIPHERS = new Map([
	['aes-128-cbc', { name: 'aes-128-cbc', keyLength: 16 }],
	['aes128', { name: 'aes-128-cbc', keyLength: 16 }],
	['aes-192-cbc', { name: 'aes-192-cbc', keyLength: 24 }],
	['aes192', { name: 'aes-192-cbc', keyLength: 24 }],
	['aes-256-cbc', { name: 'aes-256-cbc', keyLength: 32 }],
	['aes256', { name: 'aes-256-cbc', keyLength: 32 }],
]);
const BLOCK_BYTES = 16;

/** How a well-formed envelope says it is written; nothing of it is proven yet. */
export interface ParsedEnvelope {
	cipher: { name: string; keyLength: number };
	format: 'hex' | 'base64';
	charset: string;
}

/** Checks what the headers alone tell. `plaintext` means: no cipher named, and that is allowed. */
export function checkEnvelopeHeaders(
	headers: Delivery['headers'],
	scheme: EnvelopeScheme,
): ParsedEnvelope | 'plaintext' | Refusal {
	const sent = scheme.cipherHeaders.filter((name) => headers[name] !== undefined);
	if (sent.length === 0) {
		if (scheme.acceptPlaintext) return 'plaintext';
		return refuse('plaintext-not-allowed', scheme.cipherHeaders[0]);
	}
	let cipherName = '';
	for (const name of sent) {
		const value = singleHeader(headers, name);
		if (typeof value !== 'string') return value;
		const folded = value.toLowerCase();
		if (cipherName !== '' && cipherName !== folded) return refuse('headers-disagree', name);
		cipherName = folded;
	}
	const cipher = CIPHERS.get(cipherName);
	if (!cipher) return refuse('cipher-not-allowed', sent[0]);

	const format = singleHeader(headers, scheme.formatHeader);
	if (typeof format !== 'string') return format;
	const foldedFormat = format.toLowerCase();
	if (!isFormat(foldedFormat)) return refuse('encoding-not-allowed', scheme.formatHeader);

	const charset = singleHeader(headers, scheme.charsetHeader);
	if (typeof charset !== 'string') return charset;
	const foldedCharset = charset.toLowerCase();
	if (!isCharset(foldedCharset)) return refuse('encoding-not-allowed', scheme.charsetHeader);

	return { cipher, format: foldedFormat, charset: foldedCharset };
}

/** Decrypts with one secret; `undefined` for whatever goes wrong, so that all failures look alike. */
function open(
	ciphertext: Buffer,
	parsed: ParsedEnvelope,
	scheme: EnvelopeScheme,
	secret: string,
): Buffer | undefined {
	const { key, iv } = evpBytesToKey(secret, parsed.cipher.keyLength, BLOCK_BYTES);
	const decipher = createDecipheriv(parsed.cipher.name, key, iv);
	let plaintext: Buffer;
	try {
		plaintext = Buffer.concat([decipher.update(ciphertext), decipher.final()]);
	} catch {
		return undefined;
	}
	const text = decodeCharset(plaintext, parsed.charset);
	if (text === undefined) return undefined;
	const payload = Buffer.from(text, 'utf8');
	return isEvent(parseObject(payload), scheme.eventMembers) ? payload : undefined;
}

/**
 * Opens an encrypted envelope. Valid padding proves nothing (one wrong key in 256 has it): the
 * plaintext has to be text, a JSON object and an event.
 */
export function verifyEnvelope(
	delivery: Delivery,
	scheme: EnvelopeScheme,
	secrets: readonly Secret[],
): Verdict {
	const parsed = checkEnvelopeHeaders(delivery.headers, scheme);
	if (parsed === 'plaintext') {
		if (!isEvent(parseObject(delivery.body), scheme.eventMembers)) return refuse('not-an-event');
		return { ok: true, verifiedWith: UNPROVEN, signedAt: null, id: null, payload: delivery.body };
	}
	if ('ok' in parsed) return parsed;

	const candidates = secrets.filter(({ value }) => !isBlank(value));
	if (candidates.length === 0) return refuse('secret-missing');
	const written = parseObject(delivery.body)?.[scheme.field];
	if (typeof written !== 'string') return refuse('envelope-malformed');
	const ciphertext = decodeCiphertext(written, parsed.format);
	if (!ciphertext || ciphertext.length === 0 || ciphertext.length % BLOCK_BYTES !== 0) {
		return refuse('envelope-malformed');
	}

	let accepted: Acceptance | undefined;
	for (const { label, value } of candidates) {
		const payload = open(ciphertext, parsed, scheme, value);
		if (payload) accepted ??= { ok: true, verifiedWith: label, signedAt: null, id: null, payload };
	}
	return accepted ?? refuse('undecryptable');
}
