import { providers } from '../../../providers';
import type { Delivery } from '../../../verification/delivery';
import type { Scheme, SignatureScheme } from '../../../verification/scheme';
import { checkHeaders } from '../../../verification/verify';
import { schemeOf } from '../../scheme';
import type { Diagnosis, Patient } from './diagnosis';

const HEX_DIGEST = /^[0-9a-f]{64}$/i;
const BASE64_DIGEST = /^[A-Za-z0-9+/_-]{43}=?$/;

/** Mistakes that show in the headers: another provider's delivery, a signature written differently. */
export function headerMistake({ cause, headers, settings, now }: Patient): Diagnosis | undefined {
	if (!headers) return undefined;
	const own = schemeOf(settings.provider, settings.scheme);
	if ('problem' in own) return undefined;
	const { scheme } = own;
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
	if (scheme.algorithm !== 'hmac-sha256') return undefined;
	return signatureMistake(headers[scheme.signature.header]?.[0] ?? '', scheme.signature);
}

/** Why a delivery of another provider is refused. */
const OF_ANOTHER = ['header-missing', 'signature-malformed', 'plaintext-not-allowed'];

/** Two providers may share a header: then a delivery is the other's only if it has one more. */
function saysMore(theirs: Scheme, ours: Scheme): boolean {
	if (theirs.kind !== 'signature' || ours.kind !== 'signature') return true;
	const { header } = theirs.signature;
	if (header !== ours.signature.header) return true;
	return theirs.timestamp !== undefined && theirs.timestamp.header !== header;
}

function proves(headers: Delivery['headers'], scheme: Scheme, now: number): boolean {
	const refusal = checkHeaders(headers, scheme, now);
	return refusal === undefined || refusal.reason.startsWith('timestamp-');
}

function signatureMistake(
	value: string,
	{ header, list, prefix = '', encoding }: SignatureScheme['signature'],
): Diagnosis | undefined {
	if (list !== undefined) return undefined;
	const trimmed = value.trim();
	const start = /^[A-Za-z0-9]+=(?=[^=])/.exec(trimmed)?.[0] ?? '';
	const digest = trimmed.slice(start.length);
	if (prefix !== '' && HEX_DIGEST.test(trimmed)) {
		return {
			message: `The ${header} header lacks the prefix ${prefix}`,
			description: `Write the prefix ${prefix} before the signature: it is part of the header.`,
		};
	}
	if (start !== prefix && HEX_DIGEST.test(digest)) {
		return {
			message: `The ${header} header has the prefix ${start}, which does not belong there`,
			description: `Write ${prefix === '' ? 'the signature alone' : `${prefix} before the signature`}.`,
		};
	}
	if (encoding === 'base64' && HEX_DIGEST.test(digest)) {
		return {
			message: 'The signature is written in hexadecimal instead of base64',
			description: 'Have the sender write it in base64 (44 characters).',
		};
	}
	if (encoding !== 'base64' && BASE64_DIGEST.test(digest)) {
		return {
			message: 'The signature is written in base64 instead of hexadecimal',
			description: 'Have the sender write it in hexadecimal digits (64 of them).',
		};
	}
	if (encoding === 'lower-hex' && HEX_DIGEST.test(digest)) {
		return {
			message: 'The signature is written in upper-case letters',
			description: 'Have the sender write it in lower case, as the provider does.',
		};
	}
	return undefined;
}
