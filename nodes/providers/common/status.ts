import type { CallStatus } from './event';

/**
 * A reader of a provider's words for the state of a call.
 *
 * @param words the provider's words, lower case and with hyphens
 * @returns a function that gives `null` for no word and `unknown` for a word that nobody documents
 */
export function statusReader(
	words: Readonly<Record<string, CallStatus>>,
): (word: string | null) => CallStatus | null {
	return (word) => {
		if (word === null) return null;
		const folded = word.trim().toLowerCase().replaceAll(/[_\s]/g, '-');
		return Object.hasOwn(words, folded) ? words[folded] : 'unknown';
	};
}
