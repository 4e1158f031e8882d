import { createDecipheriv } from 'node:crypto';
import { isBlank } from './blank';
import type { Delivery } from './delivery';
import { evpBytesToKey } from './evpBytesToKey';
import { singleHeader } from './headers';
import { isEvent, parseObject } from './json';
import { BLOCK_BYTES, paddingOf } from './padding';
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
/** 64 kB: an event of EnableX has some hundred bytes, and each byte more is work for nothing. */
export const MAX_CIPHERTEXT_BYTES = 64 * 1024;

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

/** What one secret makes of a ciphertext. */
interface Opened {
	/** UTF-8 text of a JSON object; `undefined` where it is none. */
	payload: Buffer | undefined;
	isEvent: boolean;
}

/**
 * Decrypts with one secret. The padding is checked here and not by OpenSSL, and only after everything
 * else has been done: a wrong padding has to cost as much as a right one, or whoever sends changed
 * copies of a recorded event learns its bytes, and forges one, by the time that refusals take.
 */
function open(
	ciphertext: Buffer,
	parsed: ParsedEnvelope,
	scheme: EnvelopeScheme,
	secret: string,
): Opened {
	const { key, iv } = evpBytesToKey(secret, parsed.cipher.keyLength, BLOCK_BYTES);
	const decipher = createDecipheriv(parsed.cipher.name, key, iv).setAutoPadding(false);
	const padded = Buffer.concat([decipher.update(ciphertext), decipher.final()]);
	const padding = paddingOf(padded);
	// Where the padding is wrong, as many bytes are cut off as most paddings have.
	const plaintext = padded.subarray(0, padded.length - (padding || BLOCK_BYTES / 2));
	const text = decodeCharset(plaintext, parsed.charset);
	const payload = Buffer.from(text ?? plaintext.toString('latin1'), 'utf8');
	const object = parseObject(payload);
	const isProved = padding > 0 && text !== undefined && object !== undefined;
	return {
		payload: isProved ? payload : undefined,
		isEvent: isEvent(object, scheme.eventMembers) && isProved,
	};
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
	const ciphertext = ciphertextOf(delivery.body, parsed, scheme);
	if (ciphertext === undefined) return refuse('envelope-malformed');

	let accepted: Acceptance | undefined;
	let isOther = false;
	for (const { label, value } of candidates) {
		const { payload, isEvent: isOne } = open(ciphertext, parsed, scheme, value);
		if (payload !== undefined && isOne) {
			accepted ??= { ok: true, verifiedWith: label, signedAt: null, id: null, payload };
		}
		if (payload !== undefined && !isOne) isOther = true;
	}
	return accepted ?? refuse(isOther ? 'not-an-event' : 'undecryptable');
}

/** Whole blocks of ciphertext, not more than an event can have. */
function ciphertextOf(
	body: Buffer,
	{ format }: ParsedEnvelope,
	{ field }: EnvelopeScheme,
): Buffer | undefined {
	if (body.length > 4 * MAX_CIPHERTEXT_BYTES) return undefined;
	const written = parseObject(body)?.[field];
	if (typeof written !== 'string') return undefined;
	const bytes = decodeCiphertext(written, format);
	if (bytes === undefined || bytes.length === 0 || bytes.length % BLOCK_BYTES !== 0)
		return undefined;
	return bytes.length > MAX_CIPHERTEXT_BYTES ? undefined : bytes;
}
