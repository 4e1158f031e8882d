import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { isObject } from '../../verification/json';
import type { Outcome } from '../outcome';
import type { Position, RequestIdentity } from './identity';

/**
 * What this execution remembers about the calls it placed. n8n runs a whole node again for
 * "Retry On Fail" and for "Retry" in the list of executions; without a memory it would place every
 * call again that went well the first time.
 */
export interface Attempts {
	/**
	 * What became of this request earlier in this execution, or in the one that it repeats.
	 *
	 * @param keyLifetime in milliseconds: how long the provider remembers a key
	 */
	recall(identity: RequestIdentity, keyLifetime: number): Remembered | undefined;
	/** Notes the request before it leaves, so that it counts as unclear until its outcome is known. */
	begin(identity: RequestIdentity, sent: Sent): void;
	settle(identity: RequestIdentity, outcome: Outcome): void;
	/** Forgets what no retry can repeat any more. */
	forget(identities: readonly RequestIdentity[]): void;
}

/** A request, as it left. */
export interface Sent {
	/** `undefined` where the provider has no idempotency keys. */
	key: string | undefined;
	/** What may leave again under the same key; `undefined` where that is to be put together anew. */
	body: IDataObject | undefined;
	/** Milliseconds since 1970. */
	sentAt: number;
}

export type Remembered =
	| { kind: 'done'; outcome: Extract<Outcome, { kind: 'done' }> }
	/** Sent, and nobody knows what became of it; with the key that the provider still remembers. */
	| ({ kind: 'unclear' } & Sent);

interface Entry extends IDataObject {
	position: string;
	fingerprint: string;
	target: string | null;
	held: string[];
	execution: string;
	/** Which node it was: the tools of an agent share their memory. */
	node: string;
	key: string | null;
	body: IDataObject | null;
	/** Milliseconds since 1970. */
	sentAt: number;
	done: IDataObject | null;
}

const MEMBER = 'voiceCallAttempts';

/**
 * The memory of this node in this execution. It holds no secret; n8n keeps it with the execution. Tools
 * share one: an agent that is told that a call is unclear may try another tool for the same number.
 */
export function attemptsOf(context: IExecuteFunctions, { isTool }: Position): Attempts {
	const store = context.getContext(isTool ? 'flow' : 'node');
	const execution = context.getExecutionId() ?? '';
	const node = context.getNode().name;
	/** Looked up each time: tools that run side by side begin and forget in turn. */
	const entries = () => (isObject(store[MEMBER]) ? store[MEMBER] : {}) as Record<string, Entry>;

	return {
		recall(identity, keyLifetime) {
			const known = entries();
			const own = Object.hasOwn(known, identity.place) ? known[identity.place] : undefined;
			const isOwn = own?.node === node;
			if (own !== undefined && isOwn && isDone(own, identity)) {
				return { kind: 'done', outcome: own.done as unknown as DoneOutcome };
			}
			const isUnclear = (entry: Entry | undefined) =>
				entry?.done === null && isSame(entry, identity);
			// Only what holds a number or a call can be unclear in another place.
			const others = identity.held.length > 0 ? Object.values(known) : [];
			const entry = isUnclear(own) ? own : others.find(isUnclear);
			if (entry === undefined) return undefined;
			const { sentAt } = entry;
			const mayUseKey = entry === own && isOwn && Date.now() < sentAt + keyLifetime;
			const key = (mayUseKey ? entry.key : null) ?? undefined;
			// In a new execution a person asked for it again, who was told that it is unclear. A key
			// still helps; without one it is their decision.
			if (entry.execution !== execution && key === undefined) return undefined;
			// What was changed in the form since then is meant.
			const isSameForm = entry.fingerprint === identity.fingerprint;
			const body = (key !== undefined && isSameForm ? entry.body : null) ?? undefined;
			return { kind: 'unclear', key, body, sentAt };
		},
		begin({ place, position, fingerprint, target, held }, { key, body, sentAt }) {
			const about = { position, fingerprint, target: target ?? null, held: [...held] };
			const sent = { key: key ?? null, body: body ?? null, sentAt };
			const entry: Entry = { ...about, execution, node, ...sent, done: null };
			store[MEMBER] = Object.assign(entries(), { [place]: entry });
		},
		settle({ place }, outcome) {
			const known = entries();
			if (outcome.kind === 'done' && Object.hasOwn(known, place)) {
				known[place].done = outcome as unknown as IDataObject;
				known[place].body = null;
			} else if (outcome.kind !== 'unclear') {
				delete known[place];
			}
		},
		forget(identities) {
			const known = entries();
			for (const { place } of identities) delete known[place];
			if (Object.keys(known).length === 0) delete store[MEMBER];
		},
	};
}

type DoneOutcome = Extract<Outcome, { kind: 'done' }>;

/** Whether this was done before; a tool that is asked once more is to do it once more. */
function isDone(entry: Entry, identity: RequestIdentity): boolean {
	return isObject(entry.done) && entry.position === identity.position && isSame(entry, identity);
}

/** Whether what is remembered is the same matter. */
function isSame(entry: Entry, { position, fingerprint, target, held }: RequestIdentity): boolean {
	if (held.length > 0) return entry.held.some((each) => held.includes(each));
	if (entry.position !== position) return false;
	return entry.fingerprint === fingerprint || (target !== undefined && entry.target === target);
}
