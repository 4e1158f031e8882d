import { parameterOf } from '../subjects/parameterOf';
import { createHash } from 'node:crypto';
import { providers } from '../../nodes/providers';
import type { Scheme } from '../../nodes/verification/scheme';
import { TOLERANCE_SECONDS } from './clock';
import { examples } from './examples';
import { send, type KitSecret } from './send';
import { publicBytes } from './sign';

/** What the kit attacks: a provider's scheme with secrets that were made up for it. */
export interface Subject {
	/** The provider's id. */
	id: string;
	scheme: Scheme;
	current: KitSecret;
	previous: KitSecret;
	/** A secret (and key id) that nobody configured. */
	stranger: KitSecret;
}

/**
 * A secret of the kit, in the form of the scheme's keys. Schemes whose deliveries name their key get a
 * key id as well.
 */
export function madeUp(id: string, label: string, scheme?: Scheme): KitSecret {
	const text = ['test', id.replaceAll(/\W/g, '-'), label, 'signing', 'key'].join('-');
	const keyId = ['pk', id.replaceAll(/\W/g, '-'), label].join('_');
	if (scheme?.kind !== 'signature' || scheme.key === undefined)
		return { label, value: text, keyId };
	const { encoding, prefix = '' } = scheme.key;
	const seed = createHash('sha256').update(text).digest();
	const bytes = scheme.algorithm === 'ed25519' ? publicBytes(seed) : seed;
	const pair = scheme.algorithm === 'ed25519' ? { seed } : {};
	return { label, value: prefix + bytes.toString(encoding), keyId, ...pair };
}

/** How live requests are proved where that is not as events are; providers share it. */
const liveProofs = [
	...new Set(providers.flatMap(({ trigger }) => trigger.live?.proof?.scheme ?? [])),
];

const schemes: Array<readonly [id: string, scheme: Scheme]> = [
	...providers.map(
		({ id, trigger }) =>
			[
				id,
				trigger.scheme({
					timestampTolerance: TOLERANCE_SECONDS,
					acceptPlaintext: false,
					read: parameterOf(id),
				}),
			] as const,
	),
	...liveProofs.map((scheme) => ['live requests', scheme] as const),
	...Object.entries(examples),
];

/** Every provider of the registry, and an example of every shape. Who adds one has it attacked. */
export const subjects: Subject[] = schemes.map(([id, scheme]) => ({
	id,
	scheme,
	current: madeUp(id, 'current', scheme),
	previous: madeUp(id, 'previous', scheme),
	stranger: madeUp(id, 'stranger', scheme),
}));

/** Those of them that encrypt. */
export const sealing = subjects.flatMap(({ scheme, ...subject }) =>
	scheme.kind === 'envelope' ? [{ ...subject, scheme }] : [],
);

/** The members that an event of this scheme has to have, as JSON without the braces. */
export function eventMembers(scheme: Scheme): string {
	if (scheme.kind !== 'envelope') return '"event_type":"call.completed","event_id":"evt_1"';
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
