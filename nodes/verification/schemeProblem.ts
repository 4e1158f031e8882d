import { SIGNATURE_BYTES } from './algorithm';
import type {
	EnvelopeScheme,
	Place,
	Scheme,
	SharedSecretScheme,
	SignatureScheme,
	SignedPart,
} from './scheme';

const HEADER = /^[!#$%&'*+.^_`|~0-9a-z-]{1,100}$/;
const ENCODINGS = ['hex', 'lower-hex', 'base64'];
const KEY_ENCODINGS = ['hex', 'base64'];
const UNITS = ['s', 'ms', 's-or-ms', 'iso8601'];

/**
 * What is wrong with a scheme: data that would prove less than it seems to, or that no delivery could ever
 * fit. Nothing here looks at a delivery.
 *
 * @returns one sentence, or `undefined` when nothing is
 */
export function schemeProblem(scheme: Scheme): string | undefined {
	if (scheme.kind === 'shared-secret') return sharedSecretProblem(scheme);
	if (scheme.kind === 'envelope') return envelopeProblem(scheme);
	return (
		algorithmProblem(scheme) ??
		first(placesOf(scheme), placeProblem) ??
		signedProblem(scheme) ??
		timestampProblem(scheme) ??
		first(pairs(placesOf(scheme)), overlapProblem)
	);
}

function sharedSecretProblem({ secret }: SharedSecretScheme): string | undefined {
	return placeProblem(secret);
}

function envelopeProblem(scheme: EnvelopeScheme): string | undefined {
	const { cipherHeaders, formatHeader, charsetHeader, field, eventMembers } = scheme;
	if (cipherHeaders.length === 0) return 'No header names the cipher.';
	if (field === '') return 'No member of the body holds the ciphertext.';
	if (eventMembers.length === 0 || eventMembers.some((members) => members.length === 0)) {
		return 'Nothing tells an event from other JSON, so a wrong key could pass.';
	}
	return first([...cipherHeaders, formatHeader, charsetHeader], (header) =>
		placeProblem({ header }),
	);
}

function algorithmProblem({
	algorithm,
	documentsSha1,
	key,
	signature,
}: SignatureScheme): string | undefined {
	if (!Object.hasOwn(SIGNATURE_BYTES, algorithm)) return 'The algorithm is not a known one.';
	if (algorithm === 'hmac-sha1' && documentsSha1 !== true) {
		return 'SHA-1 is taken only where the provider documents it, and nothing says that it does.';
	}
	if (!ENCODINGS.includes(signature.encoding)) return 'The encoding is not a known one.';
	if (key !== undefined && !KEY_ENCODINGS.includes(key.encoding)) {
		return 'The encoding of the key is not a known one.';
	}
	if (algorithm === 'ed25519' && key === undefined) {
		return 'Ed25519 needs a public key of 32 bytes, which a text cannot be: it has to be decoded.';
	}
	return undefined;
}

function placeProblem({ header, list, prefix = '' }: Place): string | undefined {
	if (header === '') return 'The name of a header is empty.';
	if (!HEADER.test(header)) return 'A header has a name that no header can have in lower case.';
	if (list !== undefined && prefix.includes(list)) {
		return `The prefix ${prefix} holds what separates the pieces of ${header}, so none can start with it.`;
	}
	return undefined;
}

function signedProblem({ signed, signature, timestamp, id }: SignatureScheme): string | undefined {
	const bodies = signed.filter((part) => 'body' in part).length;
	if (bodies === 0) return 'The body is not signed: nothing would prove what was sent.';
	if (bodies > 1) return 'The body is signed more than once.';
	const places = signed.filter(isPlace);
	if (places.some((place) => isSame(place, signature))) return 'The signature signs itself.';
	if (timestamp !== undefined && !places.some((place) => isSame(place, timestamp))) {
		return 'The timestamp is not signed: anyone could change it.';
	}
	if (id !== undefined && !places.some((place) => isSame(place, id))) {
		return 'The ID is not signed: anyone could change it.';
	}
	return undefined;
}

function timestampProblem({ timestamp }: SignatureScheme): string | undefined {
	if (timestamp === undefined) return undefined;
	if (!UNITS.includes(timestamp.unit)) return 'The unit of the timestamp is not a known one.';
	if (!Number.isFinite(timestamp.toleranceSeconds) || timestamp.toleranceSeconds < 0) {
		return 'The tolerance of the timestamp is not a number of seconds.';
	}
	return undefined;
}

/** Two places of one header: each has to know its pieces from those of the other. */
function overlapProblem([one, other]: readonly [Place, Place]): string | undefined {
	if (one.header !== other.header || isSame(one, other)) return undefined;
	if (one.list === undefined || one.list !== other.list) {
		return `Two things stand in ${one.header}, so both need what separates its pieces.`;
	}
	const [prefix = '', another = ''] = [one.prefix, other.prefix];
	if (prefix.startsWith(another) || another.startsWith(prefix)) {
		return `Two things in ${one.header} cannot be told apart by their prefixes.`;
	}
	return undefined;
}

function placesOf({ signature, signed, timestamp, id, keyId }: SignatureScheme): Place[] {
	return [signature, timestamp, id, keyId, ...signed.filter(isPlace)].filter(
		(place) => place !== undefined,
	);
}

function isPlace(part: SignedPart): part is Place {
	return 'header' in part;
}

function isSame(one: Place, other: Place): boolean {
	const { header, list, prefix = '' } = one;
	return header === other.header && list === other.list && prefix === (other.prefix ?? '');
}

function pairs(places: readonly Place[]): Array<readonly [Place, Place]> {
	return places.flatMap((one) => places.map((other) => [one, other] as const));
}

/** The first answer that there is. */
function first<T>(
	values: readonly T[],
	problem: (value: T) => string | undefined,
): string | undefined {
	for (const value of values) {
		const found = problem(value);
		if (found !== undefined) return found;
	}
	return undefined;
}
