import { sleep } from 'n8n-workflow';

/** Holds back everybody of one node while a provider's request limit is used up. */
export interface RateLimit {
	/** Resolves once nobody is to wait any more; rejects when the execution is stopped. */
	passed(): Promise<void>;
	/** Lets nobody pass for so many milliseconds from now. */
	holdFor(duration: number): void;
}

/** @param signal fires when the execution is stopped */
export function createRateLimit(signal: AbortSignal | undefined): RateLimit {
	let heldUntil = 0;
	return {
		async passed() {
			for (let wait = heldUntil - Date.now(); wait > 0; wait = heldUntil - Date.now()) {
				await sleep(wait, signal);
			}
		},
		holdFor(duration) {
			heldUntil = Math.max(heldUntil, Date.now() + duration);
		},
	};
}
