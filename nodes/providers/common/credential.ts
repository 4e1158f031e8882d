import type { Advice } from './advice';
import { BadInput } from './badInput';

/** What a check that throws {@link BadInput} finds wrong with a credential. */
export function offlineProblem(check: () => unknown): Advice | undefined {
	try {
		check();
		return undefined;
	} catch (error) {
		if (error instanceof BadInput) return { message: error.message, advice: error.advice };
		return { message: 'The credential could not be read.', advice: 'Enter it again.' };
	}
}
