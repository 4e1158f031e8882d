import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Secret } from '../../verification/scheme';
import { isBlank } from '../../verification/blank';
import type { Advice } from './advice';
import { enteredText, textProblem } from './secretText';

/** Current and previous secret of a credential with `signingSecret` and `previousSigningSecret`. */
export function signingSecrets(credential: ICredentialDataDecryptedObject): Secret[] {
	return [
		{ label: 'current', value: enteredText(credential.signingSecret) },
		{ label: 'previous', value: enteredText(credential.previousSigningSecret) },
	];
}

/** Whether such a credential can prove events: one of its secrets is there. */
export function hasSigningSecret(credential: ICredentialDataDecryptedObject): boolean {
	return signingSecrets(credential).some(({ value }) => !isBlank(value));
}

/** What is wrong with such a credential, as far as can be told offline. */
export function signingSecretProblem(
	credential: ICredentialDataDecryptedObject,
): Advice | undefined {
	const current = enteredText(credential.signingSecret);
	const previous = enteredText(credential.previousSigningSecret);
	if (isBlank(current)) {
		return {
			message: 'The signing secret is empty.',
			advice: 'Paste the secret that the provider shows.',
		};
	}
	const problem =
		problemOf('signing secret', current) ?? problemOf('previous signing secret', previous);
	if (problem !== undefined) return problem;
	if (current === previous) {
		return {
			message: 'Both secrets are the same.',
			advice: 'Leave the previous signing secret empty, except while you change secrets.',
		};
	}
	return undefined;
}

function problemOf(name: string, value: string): Advice | undefined {
	if (/^\s*https?:\/\//i.test(value)) {
		return {
			message: `The ${name} is a web address.`,
			advice: 'Paste the secret that the provider shows for the webhook.',
		};
	}
	return textProblem(name, value);
}
