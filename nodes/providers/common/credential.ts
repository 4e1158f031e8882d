import { BadInput } from './badInput';

/** What a check that throws {@link BadInput} finds wrong with a credential, as a text for the form. */
export function offlineProblem(check: () => unknown): string | undefined {
	try {
		check();
		return undefined;
	} catch (error) {
		if (error instanceof BadInput) return `${error.message} ${error.advice}`;
		return 'The credential could not be read. Enter it again.';
	}
}
