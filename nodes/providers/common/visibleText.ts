import { BadInput } from './badInput';

/** Characters that nobody sees; some turn round what stands on the screen. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/**
 * Refuses a text for whom is called where it may look other than it is: what a person saw and approved is
 * what is dialed.
 *
 * @param label how the form calls the field
 * @throws BadInput for invisible characters
 */
export function requireVisible(text: string, label: string): void {
	if (!INVISIBLE.test(text)) return;
	throw new BadInput(
		`${label} holds invisible characters, so it may not be the number that it looks like.`,
		'Type it in by hand instead of pasting it.',
	);
}
