import type { CallStatus } from './event';

/** What the providers' words for a failure say more exactly than `failed`. */
const EXACT: Record<string, CallStatus> = {
	busy: 'busy',
	'no-answer': 'no-answer',
	canceled: 'canceled',
	cancelled: 'canceled',
};

/**
 * The exact status behind the first word that names one, e.g. `no-answer` for `no_answer`.
 * Providers write these words with hyphens, underscores and blanks, and in any letter case.
 */
export function failureStatus(...words: Array<string | null>): CallStatus | undefined {
	for (const word of words) {
		const folded = word?.trim().toLowerCase().replaceAll(/[_\s]/g, '-') ?? '';
		if (Object.hasOwn(EXACT, folded)) return EXACT[folded];
	}
	return undefined;
}
