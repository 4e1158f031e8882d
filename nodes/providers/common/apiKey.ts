import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { isBlank } from '../../verification/blank';
import type { Access } from './action';
import type { Advice } from './advice';
import { BadInput } from './badInput';
import { offlineProblem } from './credential';
import { enteredText, textProblem } from './secretText';
import { webAddress } from './webAddress';

/**
 * Where to send requests with the `apiKey` and the `baseUrl` of a credential. All of its other texts are
 * secrets too: no answer gives them back.
 *
 * @param where where the provider shows the key, in one sentence
 * @throws BadInput without a key, or with a base URL that is not a safe web address
 */
export function apiKeyAccess(credential: ICredentialDataDecryptedObject, where: string): Access {
	if (!hasApiKey(credential)) throw new BadInput('The credential has no API key.', where);
	const { baseUrl, ...others } = credential;
	const secrets = Object.values(others).map(enteredText);
	return { address: webAddress(baseUrl, 'Base URL'), secrets };
}

/** Whether a credential can be used for calls; one without a key is for the trigger alone. */
export function hasApiKey(credential: ICredentialDataDecryptedObject): boolean {
	return !isBlank(enteredText(credential.apiKey));
}

/**
 * What is wrong with a credential that holds the key for calls and what proves events, where either may be
 * missing.
 *
 * @param halves `access` checks the part for calls, `proofProblem` the part for events, and `hasProof`
 *   says whether that is filled
 */
export function sharedCredentialProblem(
	credential: ICredentialDataDecryptedObject,
	halves: {
		access(credential: ICredentialDataDecryptedObject): Access;
		hasProof(credential: ICredentialDataDecryptedObject): boolean;
		proofProblem(credential: ICredentialDataDecryptedObject): Advice | undefined;
	},
): Advice | undefined {
	const { access, hasProof, proofProblem } = halves;
	if (!hasApiKey(credential)) return proofProblem(credential);
	return (
		textProblem('API key', enteredText(credential.apiKey)) ??
		(hasProof(credential) ? proofProblem(credential) : undefined) ??
		offlineProblem(() => access(credential))
	);
}
