import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Secret } from '../../verification/scheme';
import { isBlank } from '../../verification/blank';
import type { Advice } from '../common/advice';
import { enteredText, textProblem } from '../common/secretText';

/**
 * The keys that events may be signed with: Retell signs with an API key, the one with the webhook badge.
 *
 * @see https://docs.retellai.com/features/secure-webhook
 */
export function keys(credential: ICredentialDataDecryptedObject): Secret[] {
	return [
		{ label: 'current', value: enteredText(credential.apiKey) },
		{ label: 'previous', value: enteredText(credential.previousApiKey) },
	];
}

/** What is wrong with the keys, as far as can be told offline. */
export function keyProblem(credential: ICredentialDataDecryptedObject): Advice | undefined {
	const [current, previous] = keys(credential);
	if (isBlank(current.value)) {
		return {
			message: 'The API key is empty.',
			advice: 'Paste the key with the webhook badge, from Settings > API Keys in Retell AI.',
		};
	}
	const problem =
		problemOf('API key', current.value) ?? problemOf('previous API key', previous.value);
	if (problem !== undefined) return problem;
	if (current.value !== previous.value) return undefined;
	return {
		message: 'Both keys are the same.',
		advice: 'Leave the previous API key empty, unless you change keys.',
	};
}

function problemOf(name: string, value: string): Advice | undefined {
	if (/^\s*https?:\/\//i.test(value)) {
		return { message: `The ${name} is a web address.`, advice: 'Paste the key itself.' };
	}
	return textProblem(name, value);
}
