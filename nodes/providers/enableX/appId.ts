import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Secret } from '../../verification/scheme';
import { isBlank } from '../../verification/blank';
import type { Advice } from '../common/advice';
import type { Mistake } from '../common/provider';
import { enteredText, textProblem } from '../common/secretText';

/** EnableX encrypts with the App ID; the App Key is for its API alone. */
export function appIdSecrets(credential: ICredentialDataDecryptedObject): Secret[] {
	return [asAppId(credential.appId)];
}

/**
 * What is wrong with the part of a credential that decrypts. What an App ID looks like is not
 * documented, so its form is not held against it.
 */
export function appIdProblem(credential: ICredentialDataDecryptedObject): Advice | undefined {
	const appId = enteredText(credential.appId);
	const appKey = enteredText(credential.appKey);
	if (isBlank(appId)) {
		return {
			message: 'The App ID is empty.',
			advice: 'Paste the App ID that EnableX shows with the API keys of the project.',
		};
	}
	const problem = textProblem('App ID', appId) ?? textProblem('App Key', appKey);
	if (problem !== undefined) return problem;
	if (appId === appKey) {
		return {
			message: 'App ID and App Key are the same.',
			advice: 'Paste each of the two from the API keys of the project.',
		};
	}
	return undefined;
}

/** The mix-up of the two fields, which the form cannot see. */
export function appIdMistakes(credential: ICredentialDataDecryptedObject): Mistake[] {
	const appKey = enteredText(credential.appKey);
	if (appKey === '' || appKey === enteredText(credential.appId)) return [];
	return [
		{
			secrets: [asAppId(appKey)],
			message:
				'App ID and App Key are swapped in the credential: the delivery opens with what stands in the App Key field.',
			advice: 'Put each into the other field.',
		},
	];
}

function asAppId(value: unknown): Secret {
	return { label: 'app ID', value: enteredText(value) };
}
