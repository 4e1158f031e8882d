import { providers } from '../../../providers';
import { SIGNATURE_BYTES } from '../../../verification/algorithm';
import type { Delivery } from '../../../verification/delivery';
import type { Scheme, SignatureScheme } from '../../../verification/scheme';
import { checkHeaders } from '../../../verification/verify';
import { schemeOf } from '../../scheme';
import type { Diagnosis, Patient } from './diagnosis';

const HEX = /^(?:[0-9a-f]{2}){20,64}$/i;
const BASE64 = /^[A-Za-z0-9+/_-]{27,86}={0,2}$/;

/** Mistakes that show in the headers: another provider's delivery, a signature written differently. */
export function headerMistake({
	cause,
	headers,
	settings,
	proof,
	now,
}: Patient): Diagnosis | undefined {
	if (!headers) return undefined;
	if ('problem' in proof) return undefined;
	const { scheme } = proof;
	const other = providers.find((provider) => {
		if (provider.id === settings.provider.id || !OF_ANOTHER.includes(cause.reason)) return false;
		const made = schemeOf(provider, { ...settings.scheme, acceptPlaintext: false });
		if ('problem' in made) return false;
		return proves(headers, made.scheme, now) && saysMore(made.scheme, scheme);
	});
	if (other) {
		return {
			message: `This looks like an event of ${other.name}, but the node expects ${settings.provider.name}`,
			description: `Select ${other.name} as the provider in this node, or give ${other.name} the URL of another one.`,
		};
	}
	if (cause.reason !== 'signature-malformed' || scheme.kind !== 'signature') return undefined;
	const value = headers[scheme.signature.header]?.[0] ?? '';
	return scheme.signature.list === undefined
		? (prefixMistake(value.trim(), scheme) ?? writingMistake(value.trim(), scheme))
		: listMistake(value, scheme);
}

/** Why a delivery of another provider is refused. */
export const OF_ANOTHER = ['header-missing', 'signature-malformed', 'plaintext-not-allowed'];

/** Two providers may share a header: then a delivery is the other's only if it has one more. */
function saysMore(theirs: Scheme, ours: Scheme): boolean {
	if (theirs.kind !== 'signature' || ours.kind !== 'signature') return true;
	const { header } = theirs.signature;
	if (header !== ours.signature.header) return true;
	return theirs.timestamp !== undefined && theirs.timestamp.header !== header;
}

/** Whether a request has the headers of a scheme. */
export function proves(headers: Delivery['headers'], scheme: Scheme, now: number): boolean {
	const refusal = checkHeaders(headers, scheme, now);
	return refusal === undefined || refusal.reason.startsWith('timestamp-');
}

/** A word with an equals sign in front of a signature, e.g. `sha256=`. */
const START = /^[A-Za-z0-9]+=(?=[^=])/;

/** A prefix that is missing, or another one. */
function prefixMistake(
	value: string,
	{ algorithm, signature: { header, prefix = '' } }: SignatureScheme,
): Diagnosis | undefined {
	const start = START.exec(value)?.[0] ?? '';
	if (prefix !== '' && HEX.test(value) && value.length === 2 * SIGNATURE_BYTES[algorithm]) {
		return {
			message: `The ${header} header lacks the prefix ${prefix}`,
			description: `Write the prefix ${prefix} before the signature: it is part of the header.`,
		};
	}
	if (start !== '' && start !== prefix && HEX.test(value.slice(start.length))) {
		return {
			message: `The ${header} header has the prefix ${start}, which does not belong there`,
			description: `Write ${prefix === '' ? 'the signature alone' : `${prefix} before the signature`}.`,
		};
	}
	return undefined;
}

/** The same for a signature that stands in a list. */
function listMistake(value: string, scheme: SignatureScheme): Diagnosis | undefined {
	const { header, list = ',', prefix = '' } = scheme.signature;
	const pieces = value.split(list).map((piece) => piece.trim());
	const own = pieces.find((piece) => piece.startsWith(prefix));
	if (own !== undefined) return writingMistake(own, scheme);
	return {
		message: `The ${header} header has no part that starts with ${prefix}`,
		description: `Have the sender write ${prefix} before the signature${list === ' ' ? '' : ', and a comma between the parts'}.`,
	};
}

/** The right number of bytes in another writing, or the signature of another algorithm. */
function writingMistake(
	value: string,
	{ algorithm, signature: { prefix = '', encoding } }: SignatureScheme,
): Diagnosis | undefined {
	const written = value.startsWith(prefix) ? value.slice(prefix.length) : value;
	const isHex = HEX.test(written);
	const bytes = isHex ? written.length / 2 : BASE64.test(written) ? base64Bytes(written) : 0;
	const length = SIGNATURE_BYTES[algorithm];
	if (bytes !== length) {
		const other = LENGTHS.find(([, each]) => each === bytes)?.[0];
		if (other === undefined) return undefined;
		return {
			message: `The signature has the length of ${other}, and ${algorithm.toUpperCase()} is expected`,
			description: 'Have the sender use the other algorithm, or choose its algorithm in this node.',
		};
	}
	if (encoding === 'base64' && isHex) {
		return {
			message: 'The signature is written in hexadecimal instead of base64',
			description: `Have the sender write it in base64 (${4 * Math.ceil(length / 3)} characters).`,
		};
	}
	if (encoding !== 'base64' && !isHex) {
		return {
			message: 'The signature is written in base64 instead of hexadecimal',
			description: `Have the sender write it in hexadecimal digits (${2 * length} of them).`,
		};
	}
	if (encoding === 'lower-hex' && isHex) {
		return {
			message: 'The signature is written in upper-case letters',
			description: 'Have the sender write it in lower case, as the provider does.',
		};
	}
	return undefined;
}

const LENGTHS = [
	['SHA-1', 20],
	['SHA-256', 32],
	['SHA-512', 64],
] as const;

function base64Bytes(text: string): number {
	return Math.floor((text.replace(/=+$/, '').length * 3) / 4);
}
