/** A secret that may have signed a delivery. */
export interface Secret {
	/** How the secret is called in items and logs, e.g. `current` or `previous`. Never its value. */
	readonly label: string;
	/** The secret's text, as entered; a blank one never matches. */
	readonly value: string;
	/** For schemes whose deliveries name their key: the name this secret goes by. */
	readonly keyId?: string;
}

/**
 * A place in the headers: the header's value, split at `list`; the pieces that begin with `prefix`
 * count, without it. Of `t=1,v0=ab,v0=cd` those are the two of `v0=`. The header stands there once.
 */
export interface Place {
	/** In lower case. */
	header: string;
	/** What separates the pieces; missing where the whole value is one. */
	list?: ',' | ' ';
	/** Case counts. */
	prefix?: string;
}

/** How bytes are written: hexadecimal in any letter case, in lower case alone, or base64 with padding. */
export type Encoding = 'hex' | 'lower-hex' | 'base64';

/** A piece of the signed string: fixed text, the raw body, or the text at a place as it arrived. */
export type SignedPart = { literal: string } | { body: true } | Place;

export type TimeUnit = 's' | 'ms' | 's-or-ms' | 'iso8601';

export type Algorithm = 'hmac-sha1' | 'hmac-sha256' | 'hmac-sha512' | 'ed25519';

/** A signature over raw bytes, described as data. */
export interface SignatureScheme {
	kind: 'signature';
	/** How the scheme is called in items, e.g. `hmac-sha256`. */
	label: string;
	algorithm: Algorithm;
	/** Has to stand beside `hmac-sha1`: the provider documents it, so nobody chose it by accident. */
	documentsSha1?: true;
	/**
	 * How a secret's text spells the key; its UTF-8 bytes are the key where nothing is said. A prefix,
	 * such as `whsec_`, is cut off where it is there. An Ed25519 key is 32 bytes.
	 */
	key?: { encoding: 'hex' | 'base64'; prefix?: string };
	/** Where the signature stands, and how it is written. Of several pieces one has to be right. */
	signature: Place & { encoding: Encoding };
	/** What is signed, in order. The body is among it, and so is the timestamp where there is one. */
	signed: readonly SignedPart[];
	/**
	 * A point in time, refused when further than the tolerance from now, both ways. `s-or-ms` is for
	 * providers that do not say which: numbers from 1e11 on are milliseconds.
	 */
	timestamp?: Place & { unit: TimeUnit; toleranceSeconds: number };
	/** A signed id of the delivery. */
	id?: Place;
	/** What says which of the configured secrets signed. */
	keyId?: Place;
}

/**
 * A secret in a header. It says who sends, and nothing about what is sent: whoever reads it once can
 * send anything.
 */
export interface SharedSecretScheme {
	kind: 'shared-secret';
	/** How the scheme is called in items. */
	label: string;
	secret: Place;
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
	/** What makes a JSON object an event: of each group, one member is a text or a number. */
	eventMembers: ReadonlyArray<readonly string[]>;
	/** Whether a delivery without a cipher header is taken as an unencrypted event, unproven. */
	acceptPlaintext: boolean;
}

export type Scheme = EnvelopeScheme | SharedSecretScheme | SignatureScheme;
