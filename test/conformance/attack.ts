import type { Delivery } from '../../nodes/verification/delivery';
import type { EnvelopeScheme, Place, Scheme, Secret } from '../../nodes/verification/scheme';
import type { Reason } from '../../nodes/verification/verdict';
import type { Subject } from './subject';

/** A delivery that has to be refused. */
export interface Attack {
	/** Finishes the sentence "refuses ...". */
	name: string;
	delivery: Delivery;
	/** Why it has to be refused; several where the attack does not determine which. */
	reason: Reason | readonly Reason[];
	/** The header that has to be named as the one at fault, `undefined` for none; left out: any. */
	header?: string;
	/** The configured secrets; the subject's current one by default. */
	secrets?: readonly Secret[];
	/** The scheme as the settings make it; the subject's own by default. */
	scheme?: Scheme;
	/** The clock in milliseconds; the kit's own by default. */
	now?: number;
}

/** A group of attacks: what of it applies to a subject's scheme. */
export interface Family {
	name: string;
	attacks(subject: Subject): Attack[];
}

/** A group of attacks on encrypted envelopes; other schemes are spared. */
export function envelopeFamily(
	name: string,
	attacks: (subject: Subject & { scheme: EnvelopeScheme }) => Attack[],
): Family {
	return {
		name,
		attacks({ scheme, ...subject }) {
			return scheme.kind === 'envelope' ? attacks({ ...subject, scheme }) : [];
		},
	};
}

/** A part that a header plays in a scheme, and why a delivery is refused when it is malformed. */
export interface HeaderRole {
	role: 'signature' | 'timestamp' | 'id' | 'keyId' | 'secret' | 'cipher' | 'format' | 'charset';
	header: string;
	malformed: Reason;
	/** Whether the header is a list, of which this part is one piece. */
	isList: boolean;
}

/** The headers that a genuine delivery of the scheme has, each once. */
export function headerRoles(scheme: Scheme): HeaderRole[] {
	const isList = false;
	if (scheme.kind === 'envelope') {
		const malformed = 'encoding-not-allowed';
		return [
			{ role: 'cipher', header: scheme.cipherHeaders[0], malformed: 'cipher-not-allowed', isList },
			{ role: 'format', header: scheme.formatHeader, malformed, isList },
			{ role: 'charset', header: scheme.charsetHeader, malformed, isList },
		];
	}
	if (scheme.kind === 'shared-secret') {
		const { header } = scheme.secret;
		return [{ role: 'secret', header, malformed: 'secret-mismatch', isList }];
	}
	const roles: HeaderRole[] = [];
	const add = (role: HeaderRole['role'], place: Place | undefined, malformed: Reason) => {
		if (place === undefined || roles.some(({ header }) => header === place.header)) return;
		roles.push({ role, header: place.header, malformed, isList: place.list !== undefined });
	};
	add('signature', scheme.signature, 'signature-malformed');
	add('timestamp', scheme.timestamp, 'timestamp-malformed');
	add('id', scheme.id, 'id-malformed');
	add('keyId', scheme.keyId, 'key-id-malformed');
	return roles;
}
