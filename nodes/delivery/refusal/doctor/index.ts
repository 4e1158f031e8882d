import type { Diagnosis, Patient } from './diagnosis';
import { clockMistake } from './clockMistakes';
import { headerMistake } from './headerMistakes';
import { remedies } from './remedies';
import { secretMistake } from './secretMistakes';
import { urlMistake } from './urlMistakes';

/**
 * Finds out which of the usual mistakes made a test delivery fail. For test runs only: outsiders
 * must not learn why they were refused.
 */
export function diagnose(patient: Patient): Diagnosis {
	return mistakeOf(patient) ?? remedies[patient.cause.reason](patient);
}

/** What the doctor knows of the case; nothing, where looking for it failed. */
function mistakeOf(patient: Patient): Diagnosis | undefined {
	try {
		return (
			urlMistake(patient) ??
			headerMistake(patient) ??
			clockMistake(patient) ??
			secretMistake(patient)
		);
	} catch {
		return undefined;
	}
}
