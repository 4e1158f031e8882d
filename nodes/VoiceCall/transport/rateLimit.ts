import { sleep } from 'n8n-workflow';

/** Holds back everybody of one node while a provider's request limit is used up. */
export interface Gate {
	/** Resolves once nobody is to wait any more; rejects when the execution is stopped. */
	opened(): Promise<void>;
	/** Lets nobody pass for so many milliseconds from now. */
	close(duration: number): void;
}

/** @param signal fires when the execution is stopped */
export function createGate(signal: AbortSignal | undefined): Gate {
	let closedUntil = 0;
	return {
		async opened() {
			for (let wait = closedUntil - Date.now(); wait > 0; wait = closedUntil - Date.now()) {
				await sleep(wait, signal);
			}
		},
		close(duration) {
			closedUntil = Math.max(closedUntil, Date.now() + duration);
		},
	};
}
