/**
 * Why a delivery was refused. Closed on purpose: whoever handles reasons (logs, the doctor,
 * the documentation) is told by the compiler when one is added.
 */
export type Reason =
	| 'header-missing'
	| 'header-repeated'
	| 'signature-malformed'
	| 'signature-mismatch'
	| 'timestamp-malformed'
	| 'timestamp-too-old'
	| 'timestamp-too-new'
	| 'key-id-malformed'
	| 'key-id-unknown'
	| 'id-malformed'
	| 'secret-missing'
	| 'secret-malformed'
	| 'secret-mismatch'
	| 'headers-disagree'
	| 'cipher-not-allowed'
	| 'encoding-not-allowed'
	| 'plaintext-not-allowed'
	| 'envelope-malformed'
	| 'undecryptable'
	| 'not-an-event';

/** A delivery that nobody has proved to be genuine. */
export interface Refusal {
	ok: false;
	reason: Reason;
	/** The lower-case name of the header at fault, where one is. Never its value. */
	header?: string;
}

/** What stands in place of a secret's label for plaintext that a setting lets in unproven. */
export const UNPROVEN = 'none';

/** A delivery that the provider's scheme proves to be genuine. */
export interface Acceptance {
	ok: true;
	/** Label of the secret that matched, e.g. `current`; {@link UNPROVEN} where none was asked for. */
	verifiedWith: string;
	/** The signed timestamp in milliseconds since the epoch, or `null` where the scheme has none. */
	signedAt: number | null;
	/** The signed id of the delivery, or `null` where the scheme has none. */
	id: string | null;
	/** The proven bytes: the body itself, or the plaintext (as UTF-8) of an encrypted envelope. */
	payload: Buffer;
}

export type Verdict = Acceptance | Refusal;

/** Builds a refusal. */
export function refuse(reason: Reason, header?: string): Refusal {
	return header === undefined ? { ok: false, reason } : { ok: false, reason, header };
}
