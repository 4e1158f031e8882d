import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Secret } from '../../verification/scheme';
import { enteredText, textProblem } from './secretText';

/** Current and previous secret of a credential with `signingSecret` and `previousSigningSecret`. */
export function signingSecrets(credential: ICredentialDataDecryptedObject): Secret[] {
	return [
		{ label: 'current', value: enteredText(credential.signingSecret) },
		{ label: 'previous', value: enteredText(credential.previousSigningSecret) },
	];
}

/** What is wrong with such a credential, as far as can be told offline. */
export function signingSecretProblem(
	credential: ICredentialDataDecryptedObject,
): string | undefined {
	const current = enteredText(credential.signingSecret);
	const previous = enteredText(credential.previousSigningSecret);
	if (current.trim() === '') {
		return 'The signing secret is empty. Paste the secret that the provider shows.';
	}
	const problem =
		problemOf('signing secret', current) ?? problemOf('previous signing secret', previous);
	if (problem !== undefined) return problem;
	if (current === previous) {
		return 'Both secrets are the same. Leave the previous signing secret empty outside a rotation.';
	}
	return undefined;
}

function problemOf(name: string, value: string): string | undefined {
	if (/^\s*https?:\/\//i.test(value)) {
		return `The ${name} is a web address. Paste the secret that the provider shows for the webhook.`;
	}
	return textProblem(name, value);
}
