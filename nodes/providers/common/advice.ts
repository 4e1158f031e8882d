/**
 * What is wrong and what to do about it. Everything that a person is told has this form: bad input,
 * problems of a credential, failures, diagnoses. It never holds a secret.
 */
export interface Advice {
	/** What is wrong, in one sentence. */
	message: string;
	/** What to do about it, in one sentence or two. */
	advice: string;
}

/** Both sentences as one text, for places that show no more than a text. */
export function adviceText({ message, advice }: Advice): string {
	return `${message} ${advice}`;
}
