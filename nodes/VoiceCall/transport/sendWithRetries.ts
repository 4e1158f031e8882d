import { sleep } from 'n8n-workflow';
import type { RateLimit } from './rateLimit';
import { EARLIER_ATTEMPT, type Failure } from '../outcome';

/** How often a request is sent again after what may pass by itself. */
export const REPEATS = 3;
/** Milliseconds before the first repeat; doubled for each further one. */
const FIRST_PAUSE = 500;
/** Longest pause in milliseconds where the provider does not name one. */
const LONGEST_PAUSE = 30_000;

/** What may be done about a request that did not go well. */
export interface RetryPolicy {
	/**
	 * Whether the request may be sent again although the provider may have carried it out: it only
	 * reads, is documented to be harmless twice, or carries an idempotency key.
	 */
	repeatable: boolean;
	/** Until when, in milliseconds since 1970: some providers forget a key after a while. */
	repeatableUntil: number;
	/** Whether somebody rings, so that one unclear attempt is not made clear by a later refusal. */
	places: boolean;
	/** In milliseconds: how long one item may wait for the provider's request limit, in all. */
	maxWait: number;
	rateLimit: RateLimit;
	signal: AbortSignal | undefined;
}

/** What happened so far. */
interface Progress {
	/** The attempt that nobody knows the outcome of, if there was one. */
	unclear: Failure | undefined;
	/** Milliseconds waited for the request limit. */
	waited: number;
	/** How often the provider said: too many requests. */
	limits: number;
	repeats: number;
}

type Decision =
	| { next: 'stop'; failure: Failure }
	/** Waits for the request limit, together with all others of the node. */
	| { next: 'wait'; duration: number; progress: Progress }
	| { next: 'repeat'; pause: number; progress: Progress };

/**
 * Makes attempts until one of them settles it. A request goes out again only when the provider
 * certainly did not act on it (its limit, no connection), or when the policy says that it may.
 *
 * @param attempt sends the request once
 * @param earlier an attempt of an earlier run of the node that stayed unclear
 */
export async function sendWithRetries<Done extends { kind: 'done' | 'page' }>(
	attempt: () => Promise<Done | Failure>,
	policy: RetryPolicy,
	earlier?: Failure,
): Promise<Done | Failure> {
	let progress: Progress = { unclear: earlier, waited: 0, limits: 0, repeats: 0 };
	for (;;) {
		if (!(await mayGoOn(policy))) return progress.unclear ?? { kind: 'stopped' };
		if (progress.unclear !== undefined && Date.now() >= policy.repeatableUntil) {
			return progress.unclear;
		}
		const outcome = await attempt();
		if (!isFailure(outcome)) return outcome;

		const decision = afterFailure(outcome, progress, policy);
		if (decision.next === 'stop') return decision.failure;
		progress = decision.progress;
		if (decision.next === 'wait') {
			policy.rateLimit.holdFor(decision.duration);
		} else if (!(await paused(decision.pause, policy.signal))) {
			return progress.unclear ?? { kind: 'stopped' };
		}
	}
}

/** Whether a failed attempt is the last one, and how long to wait before another. */
function afterFailure(failure: Failure, progress: Progress, policy: RetryPolicy): Decision {
	if (failure.kind === 'limited') return afterLimit(failure, progress, policy);
	const { places, repeatable } = policy;
	// A key that is still at work on the first attempt is refused, which tells nothing about it.
	const isBusy =
		progress.unclear !== undefined && failure.kind === 'refused' && failure.status === 409;
	const isUnclear = failure.kind === 'unclear' || (isBusy && places);
	const isFirst = progress.unclear === undefined || progress.unclear === EARLIER_ATTEMPT;
	const unclear = failure.kind === 'unclear' && (isFirst || !places) ? failure : progress.unclear;

	const mayRepeat = (failure.kind === 'notSent' && failure.mayPass) || (isUnclear && repeatable);
	if (!mayRepeat || progress.repeats >= REPEATS) {
		if (!places || unclear === undefined) return { next: 'stop', failure };
		return { next: 'stop', failure: refusedRepeat(unclear, failure) };
	}
	const repeats = progress.repeats + 1;
	return {
		next: 'repeat',
		pause: pauseAfter(progress.repeats),
		progress: { ...progress, unclear, repeats },
	};
}

/** A refusal of the repeat does not tell what became of the attempt before. */
function refusedRepeat(unclear: Failure, failure: Failure): Failure {
	if (unclear !== EARLIER_ATTEMPT || failure.kind !== 'refused') return unclear;
	const { status, problem } = failure;
	return { ...EARLIER_ATTEMPT, status, problem };
}

function afterLimit(
	failure: Extract<Failure, { kind: 'limited' }>,
	progress: Progress,
	{ maxWait }: RetryPolicy,
): Decision {
	const named = failure.retryAfter;
	const duration = named === undefined ? pauseAfter(progress.limits) : Math.max(named, FIRST_PAUSE);
	const waited = progress.waited + duration;
	if (waited > maxWait) return { next: 'stop', failure: progress.unclear ?? failure };
	const limits = progress.limits + (named === undefined ? 1 : 0);
	return { next: 'wait', duration, progress: { ...progress, waited, limits } };
}

function isFailure(outcome: Failure | { kind: 'done' | 'page' }): outcome is Failure {
	return outcome.kind !== 'done' && outcome.kind !== 'page';
}

async function mayGoOn({ rateLimit, signal }: RetryPolicy): Promise<boolean> {
	if (signal?.aborted) return false;
	try {
		await rateLimit.passed();
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

function pauseAfter(earlier: number): number {
	return Math.min(FIRST_PAUSE * 2 ** earlier, LONGEST_PAUSE);
}
