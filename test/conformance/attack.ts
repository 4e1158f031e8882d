import type { Delivery } from '../../nodes/verification/delivery';
import type { EnvelopeScheme, Scheme, Secret } from '../../nodes/verification/scheme';
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
	role: 'signature' | 'timestamp' | 'keyId' | 'cipher' | 'format' | 'charset';
	header: string;
	malformed: Reason;
}

/** The headers that a genuine delivery of the scheme has. */
export function headerRoles(scheme: Scheme): HeaderRole[] {
	if (scheme.kind === 'envelope') {
		const malformed = 'encoding-not-allowed';
		return [
			{ role: 'cipher', header: scheme.cipherHeaders[0], malformed: 'cipher-not-allowed' },
			{ role: 'format', header: scheme.formatHeader, malformed },
			{ role: 'charset', header: scheme.charsetHeader, malformed },
		];
	}
	const roles: HeaderRole[] = [
		{ role: 'signature', header: scheme.signature.header, malformed: 'signature-malformed' },
	];
	if (scheme.timestamp) {
		const { header } = scheme.timestamp;
		roles.push({ role: 'timestamp', header, malformed: 'timestamp-malformed' });
	}
	if (scheme.keyId) {
		roles.push({ role: 'keyId', header: scheme.keyId.header, malformed: 'key-id-malformed' });
	}
	return roles;
}
