/** A secret that may have signed a delivery. */
export interface Secret {
	/** How the secret is called in items and logs, e.g. `current` or `previous`. Never its value. */
	label: string;
	/** The secret's text; its UTF-8 bytes are the key. An empty one never matches. */
	value: string;
	/** For schemes whose deliveries name their key: the name this secret goes by. */
	keyId?: string;
}

/** A piece of the signed string: fixed text, the raw body, or a header's value as it arrived. */
export type SignedPart = { literal: string } | { body: true } | { header: string };

/** A signature over raw bytes, described as data. Header names are lower case. */
export interface HmacScheme {
	kind: 'hmac';
	/** How the scheme is called in items, e.g. `hmac-sha256`. */
	label: string;
	hash: 'sha256';
	signature: {
		header: string;
		/** What stands before the hexadecimal digest, e.g. `sha256=`; empty for nothing. */
		prefix: string;
		/** Whether upper-case hexadecimal digits are taken as well. */
		anyLetterCase: boolean;
	};
	/** What is signed, in order. */
	signed: readonly SignedPart[];
	/** A Unix timestamp in whole seconds, refused when further than the tolerance from now. */
	timestamp?: { header: string; toleranceSeconds: number };
	/** The header that says which of the configured secrets signed. */
	keyId?: { header: string };
}

/**
 * A JSON envelope around an encrypted event, with a key derived from a shared text.
 * It hides the event and proves that the sender knew the text; it is not a signature.
 */
export interface EnvelopeScheme {
	kind: 'envelope';
	/** How the scheme is called in items. */
	label: string;
	/** Headers that may name the cipher. Two that disagree are refused. */
	cipherHeaders: readonly string[];
	/** The header that says how the ciphertext is written: `hex` or `base64`. */
	formatHeader: string;
	/** The header that names the plaintext's character set. */
	charsetHeader: string;
	/** The member of the body that holds the ciphertext. */
	field: string;
	/** What makes a JSON object an event: of each group, one member is a non-empty string. */
	eventMembers: ReadonlyArray<readonly string[]>;
	/** Whether a delivery without a cipher header is taken as an unencrypted event, unproven. */
	acceptPlaintext: boolean;
}

export type Scheme = HmacScheme | EnvelopeScheme;
