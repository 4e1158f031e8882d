import { decodeStrictly, SIGNATURE_BYTES } from './algorithm';
import type { Delivery } from './delivery';
import { isFound, piecesAt, textAt } from './place';
import type { Place, SignatureScheme } from './scheme';
import { checkTimestamp } from './timestamp';
import { refuse, type Reason, type Refusal } from './verdict';

/** An identifier: visible ASCII of a sensible length. */
const IDENTIFIER = /^[\x21-\x7e]{1,256}$/;

/** What the headers of a well-formed delivery say; nothing of it is proven yet. */
export interface ParsedSignature {
	/** At least one. */
	signatures: readonly Buffer[];
	/** In milliseconds since the epoch. */
	signedAt: number | null;
	id: string | null;
	keyId: string | undefined;
	/**
	 * The signed string in order, a character for each byte; `undefined` for the body. What stands side
	 * by side is one text: each costs a step of the hash.
	 */
	signed: ReadonlyArray<string | undefined>;
}

/**
 * Checks all that can be checked without a secret and without hashing: headers there once and
 * well-formed, timestamp in the window.
 *
 * @param now milliseconds since the epoch
 */
export function parseSignature(
	headers: Delivery['headers'],
	scheme: SignatureScheme,
	now: number,
): ParsedSignature | Refusal {
	const { header, encoding } = scheme.signature;
	const pieces = piecesAt(headers, scheme.signature, 'signature-malformed');
	if (!isFound(pieces)) return pieces;
	const signatures: Buffer[] = [];
	for (const piece of pieces) {
		const signature = decodeStrictly(piece, encoding, SIGNATURE_BYTES[scheme.algorithm]);
		// One that is ill-formed spoils the list: nobody knows what its sender meant by the others.
		if (signature === undefined) return refuse('signature-malformed', header);
		signatures.push(signature);
	}

	let signedAt: number | null = null;
	if (scheme.timestamp) {
		const text = textAt(headers, scheme.timestamp, 'timestamp-malformed');
		if (typeof text !== 'string') return text;
		const checked = checkTimestamp(text, scheme.timestamp, now);
		if (typeof checked !== 'number') return checked;
		signedAt = checked;
	}

	const id = scheme.id && identifierAt(headers, scheme.id, 'id-malformed');
	if (typeof id === 'object') return id;
	const keyId = scheme.keyId && identifierAt(headers, scheme.keyId, 'key-id-malformed');
	if (typeof keyId === 'object') return keyId;

	const signed: Array<string | undefined> = [];
	let text = '';
	for (const part of scheme.signed) {
		if ('body' in part) {
			if (text !== '') signed.push(text);
			signed.push(undefined);
			text = '';
		} else if ('literal' in part) {
			text += asLatin1(part.literal);
		} else {
			const found = textAt(headers, part, 'signature-malformed');
			if (typeof found !== 'string') return found;
			text += found;
		}
	}
	if (text !== '') signed.push(text);
	return { signatures, signedAt, id: id ?? null, keyId, signed };
}

function identifierAt(
	headers: Delivery['headers'],
	place: Place,
	malformed: Reason,
): string | Refusal {
	const text = textAt(headers, place, malformed);
	if (typeof text !== 'string' || IDENTIFIER.test(text)) return text;
	return refuse(malformed, place.header);
}

/** The UTF-8 bytes of a literal, as Node reads the bytes of headers: a character for each. */
function asLatin1(literal: string): string {
	return /^[\x20-\x7e\n]*$/.test(literal) ? literal : Buffer.from(literal).toString('latin1');
}
