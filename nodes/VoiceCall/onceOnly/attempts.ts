import { createHash } from 'node:crypto';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { CallRequest } from '../../providers/common/action';
import { isObject } from '../../verification/json';
import type { Outcome } from '../outcome';

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
	begin(identity: RequestIdentity, key: string | undefined, sentAt: number): void;
	settle(identity: RequestIdentity, outcome: Outcome): void;
	/** Forgets what no retry can repeat any more. */
	forget(identities: readonly RequestIdentity[]): void;
}

/** One thing that the node was asked to do. */
export interface RequestIdentity {
	/** Which item, in which run of the node. */
	place: string;
	/**
	 * What was asked for, before any expression was evaluated; another item in the same place is
	 * another matter. Not what the fields evaluate to: `$now` gives something else with each try.
	 */
	fingerprint: string;
}

export type Remembered =
	| { kind: 'done'; outcome: Extract<Outcome, { kind: 'done' }> }
	/** Sent, and nobody knows what became of it; with the key that the provider still remembers. */
	| { kind: 'unclear'; key: string | undefined; sentAt: number };

interface Entry extends IDataObject {
	fingerprint: string;
	execution: string;
	key: string | null;
	/** Milliseconds since 1970. */
	sentAt: number;
	done: IDataObject | null;
}

const MEMBER = 'voiceCallAttempts';

/** The memory of this node in this execution. It holds no secret; n8n keeps it with the execution. */
export function attemptsOf(context: IExecuteFunctions): Attempts {
	const store = context.getContext('node');
	const held: unknown = store[MEMBER];
	const entries = (isObject(held) ? held : {}) as Record<string, Entry>;
	store[MEMBER] = entries;
	const execution = context.getExecutionId() ?? '';

	return {
		recall({ place, fingerprint }, keyLifetime) {
			const entry = Object.hasOwn(entries, place) ? entries[place] : undefined;
			if (entry?.fingerprint !== fingerprint) return undefined;
			if (isObject(entry.done)) {
				return { kind: 'done', outcome: entry.done as unknown as DoneOutcome };
			}
			const { sentAt } = entry;
			const key = Date.now() < sentAt + keyLifetime ? (entry.key ?? undefined) : undefined;
			// In a new execution a person asked for it again, who was told that it is unclear. A key
			// still helps; without one it is their decision.
			if (entry.execution !== execution && key === undefined) return undefined;
			return { kind: 'unclear', key, sentAt };
		},
		begin({ place, fingerprint }, key, sentAt) {
			entries[place] = { fingerprint, execution, key: key ?? null, sentAt, done: null };
		},
		settle({ place }, outcome) {
			const entry = entries[place];
			if (outcome.kind === 'done' && entry !== undefined) {
				entry.done = outcome as unknown as IDataObject;
			} else if (outcome.kind !== 'unclear') {
				delete entries[place];
			}
		},
		forget(identities) {
			for (const { place } of identities) delete entries[place];
			if (Object.keys(entries).length === 0) delete store[MEMBER];
		},
	};
}

type DoneOutcome = Extract<Outcome, { kind: 'done' }>;

function shortHash(...parts: unknown[]): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** Where the node stands in the execution. */
export interface Position {
	/** Which run of the node this is: loops run it several times in one execution. */
	runIndex: number;
	isTool: boolean;
	/** The node's parameters, as they stand in the form. */
	parameters: string;
}

/** Finds out where the node stands; the same for all of its items. */
export function positionOf(context: IExecuteFunctions): Position {
	const { $runIndex } = context.getWorkflowDataProxy(0);
	return {
		runIndex: typeof $runIndex === 'number' ? $runIndex : 0,
		isTool: context.isToolExecution?.() ?? false,
		parameters: JSON.stringify(context.getNode().parameters),
	};
}

/**
 * Where an item stands in the execution. An AI agent's tool gets a new run for each call of it, for a
 * repeated one as well, and an agent words its fields anew. So there a call is known by who is called:
 * while one attempt is unclear, the number is not called again.
 */
export function identityOf(
	{ runIndex, isTool, parameters }: Position,
	itemIndex: number,
	item: IDataObject,
	provider: string,
	request: CallRequest,
): RequestIdentity {
	if (isTool) {
		const { method, path, body, callee } = request;
		const fingerprint =
			callee === undefined ? shortHash(provider, method, path, body) : shortHash(provider, callee);
		return { place: `tool/${fingerprint}`, fingerprint };
	}
	return { place: `${runIndex}/${itemIndex}`, fingerprint: shortHash(parameters, item) };
}
