import { providers } from '../../nodes/providers';
import type { Scheme, Secret } from '../../nodes/verification/scheme';
import { TOLERANCE_SECONDS } from './clock';
import { send } from './send';

/** What the kit attacks: a provider's scheme with secrets that were made up for it. */
export interface Subject {
	/** The provider's id. */
	id: string;
	scheme: Scheme;
	current: Secret;
	previous: Secret;
	/** A secret (and key id) that nobody configured. */
	stranger: Secret;
}

/** A secret of the kit. Schemes whose deliveries name their key get a key id as well. */
export function madeUp(provider: string, label: string): Secret {
	return {
		label,
		value: ['test', provider, label, 'signing', 'key'].join('-'),
		keyId: ['pk', provider, label].join('_'),
	};
}

/** Every provider of the registry. Who adds one there has it attacked. */
export const subjects: Subject[] = providers.map(({ id, trigger }) => ({
	id,
	scheme: trigger.scheme({
		timestampTolerance: TOLERANCE_SECONDS,
		acceptPlaintext: false,
		read: () => undefined,
	}),
	current: madeUp(id, 'current'),
	previous: madeUp(id, 'previous'),
	stranger: madeUp(id, 'stranger'),
}));

/** Those of them that encrypt. */
export const sealing = subjects.flatMap(({ scheme, ...subject }) =>
	scheme.kind === 'envelope' ? [{ ...subject, scheme }] : [],
);

/** The members that an event of this scheme has to have, as JSON without the braces. */
export function eventMembers(scheme: Scheme): string {
	if (scheme.kind === 'hmac') return '"event_type":"call.completed","event_id":"evt_1"';
	return scheme.eventMembers.map(([member]) => `"${member}":"connected"`).join(',');
}

/** A short event, as compact JSON. */
export function event(scheme: Scheme): string {
	return `{${eventMembers(scheme)}}`;
}

/** The delivery that most attacks start from: everything about it is right. */
export function genuine({ scheme, current }: Subject) {
	return send(scheme, current, event(scheme));
}
