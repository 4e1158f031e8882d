import { sleep } from 'n8n-workflow';
import type { Gate } from './rateLimit';
import type { Outcome } from '../outcome';

/** How often a request is sent again after what may pass by itself. */
const REPEATS = 3;
/** Milliseconds before the first repeat; doubled for each further one. */
const FIRST_PAUSE = 500;
/** Longest pause in milliseconds where the provider does not name one. */
const LONGEST_PAUSE = 30_000;

export interface Rules {
	/**
	 * Whether the request may be sent again although the provider may have carried it out: it only
	 * reads, is documented to be harmless twice, or carries an idempotency key.
	 */
	repeatable: boolean;
	/** Whether it places a call, so that one unclear attempt is not made clear by a later refusal. */
	places: boolean;
	/** In milliseconds: how long one item may wait for the provider's request limit, in all. */
	maxWait: number;
	gate: Gate;
	signal: AbortSignal | undefined;
}

/**
 * Makes attempts until one of them settles it. A request goes out again only when the provider
 * certainly did not act on it (its limit, no connection), or when the rules say that it may.
 *
 * @param attempt sends the request once
 * @param earlier an attempt of an earlier run of the node that stayed unclear
 */
export async function deliver(
	attempt: () => Promise<Outcome>,
	rules: Rules,
	earlier?: Outcome,
): Promise<Outcome> {
	let unclear = earlier;
	let waited = 0;
	let limits = 0;
	for (let repeats = 0; ;) {
		if (!(await mayGoOn(rules))) return unclear ?? { kind: 'stopped' };
		const outcome = await attempt();
		if (outcome.kind === 'done') return outcome;

		if (outcome.kind === 'limited') {
			const named = outcome.retryAfter;
			const wait = named === undefined ? pause(limits++) : Math.max(named, FIRST_PAUSE);
			waited += wait;
			if (waited > rules.maxWait) return unclear ?? outcome;
			rules.gate.close(wait);
			continue;
		}
		// A key that is still at work on the first attempt is refused, which tells nothing about it.
		const isBusy = unclear !== undefined && outcome.kind === 'refused' && outcome.status === 409;
		const isUnclear = outcome.kind === 'unclear' || (isBusy && rules.places);
		if (outcome.kind === 'unclear') unclear = rules.places ? (unclear ?? outcome) : outcome;

		const mayRepeat =
			(outcome.kind === 'notSent' && outcome.mayPass) || (isUnclear && rules.repeatable);
		if (!mayRepeat || repeats >= REPEATS) {
			return rules.places ? (unclear ?? outcome) : outcome;
		}
		if (!(await paused(pause(repeats++), rules.signal))) return unclear ?? { kind: 'stopped' };
	}
}

async function mayGoOn({ gate, signal }: Rules): Promise<boolean> {
	if (signal?.aborted) return false;
	try {
		await gate.opened();
		return !signal?.aborted;
	} catch {
		return false;
	}
}

async function paused(duration: number, signal: AbortSignal | undefined): Promise<boolean> {
	try {
		await sleep(duration, signal);
		return true;
	} catch {
		return false;
	}
}

function pause(earlier: number): number {
	return Math.min(FIRST_PAUSE * 2 ** earlier, LONGEST_PAUSE);
}
