import { createPublicKey, createSecretKey, type KeyObject } from 'node:crypto';
import { isBlank } from './blank';
import type { Secret, SignatureScheme } from './scheme';

/** What DER has before the 32 bytes of an Ed25519 public key: https://www.rfc-editor.org/rfc/rfc8410 */
const ED25519_DER = Buffer.from('302a300506032b6570032100', 'hex');
const ED25519_BYTES = 32;
const HEX = /^(?:[0-9a-fA-F]{2})+$/;

/** HMAC keys that were made, and how their secrets are spelled. They go with their secrets. */
const made = new WeakMap<Secret, { encoding?: string; prefix?: string; key: KeyObject }>();

/**
 * The key that a secret's text spells. For a secret that is kept, it is made once and not for each
 * delivery.
 *
 * @returns `undefined` where the text does not spell one: it is blank, or the scheme's encoding is another
 */
export function keyOf(
	secret: Secret,
	{ algorithm, key: spelling }: Pick<SignatureScheme, 'algorithm' | 'key'>,
): KeyObject | undefined {
	if (algorithm === 'ed25519') return publicKeyOf(bytesOf(secret.value, spelling));
	const { encoding, prefix } = spelling ?? {};
	const known = made.get(secret);
	if (known !== undefined && known.encoding === encoding && known.prefix === prefix)
		return known.key;
	const bytes = bytesOf(secret.value, spelling);
	if (bytes === undefined) return undefined;
	const key = createSecretKey(bytes);
	made.set(secret, { encoding, prefix, key });
	return key;
}

function bytesOf(text: string, spelling: SignatureScheme['key']): Buffer | undefined {
	if (spelling === undefined) return isBlank(text) ? undefined : Buffer.from(text);
	const bytes = decoded(text, spelling);
	// Zeros alone, like nothing at all, are to an HMAC what no key is, and to Ed25519 a key that anybody can sign for.
	return bytes?.some((byte) => byte !== 0) === true ? bytes : undefined;
}

function decoded(
	text: string,
	{ encoding, prefix = '' }: NonNullable<SignatureScheme['key']>,
): Buffer | undefined {
	const spelled = text.startsWith(prefix) ? text.slice(prefix.length) : text;
	if (encoding === 'hex') return HEX.test(spelled) ? Buffer.from(spelled, 'hex') : undefined;
	const bytes = Buffer.from(spelled, 'base64');
	// With or without its padding: people cut it off, and it says nothing.
	const written = bytes.toString('base64');
	return written === spelled || written.replace(/=+$/, '') === spelled ? bytes : undefined;
}

/** Keys that were parsed of late, because parsing one costs as much as checking a signature. */
const parsed = new Map<string, KeyObject>();
const MAX_PARSED = 100;

function publicKeyOf(bytes: Buffer | undefined): KeyObject | undefined {
	if (bytes?.length !== ED25519_BYTES) return undefined;
	const name = bytes.toString('base64');
	const known = parsed.get(name);
	if (known !== undefined) return known;
	try {
		const der = Buffer.concat([ED25519_DER, bytes]);
		const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
		if (parsed.size >= MAX_PARSED) parsed.clear();
		parsed.set(name, key);
		return key;
	} catch {
		return undefined;
	}
}
