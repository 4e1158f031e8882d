import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import { isObject } from '../../verification/json';
import type { ActionProvider, Connection, ProbeVerdict } from '../common/action';
import { apiKeyAccess, hasApiKey, sharedCredentialProblem } from '../common/apiKey';
import { problemIn } from '../common/problem';
import { saysFailure } from '../common/saysFailure';
import { enteredText } from '../common/secretText';
import { hasSigningSecret, signingSecretProblem } from '../common/signingSecret';
import { cancel } from './call/cancel.operation';
import { create } from './call/create.operation';
import { get } from './call/get.operation';
import { getMany } from './call/getMany.operation';
import { getRecording } from './call/getRecording.operation';
import { lists } from './lists';

/**
 * The API, with the key of an account.
 *
 * @see https://docs.bland.ai/quickstart
 */
const apiKey: Connection = {
	id: 'apiKey',
	name: 'API Key',
	description: 'The API key of the account',
	credentialType: 'blandApi',
	operations: [cancel, create, get, getMany, getRecording],
	lists,
	access,
	credentialProblem: (credential) =>
		sharedCredentialProblem(credential, {
			access,
			hasProof: hasSigningSecret,
			proofProblem: signingSecretProblem,
		}),
	probe: (credential) =>
		hasApiKey(credential)
			? {
					method: 'GET',
					url: `${access(credential).address}/v1/me`,
					headers: { authorization: enteredText(credential.apiKey) },
					verdict,
				}
			: undefined,
	isFailure: () => false,
};

/** Calls with Bland AI. */
export const calls: ActionProvider = { connections: [apiKey] };

function access(credential: ICredentialDataDecryptedObject) {
	return apiKeyAccess(credential, 'Copy the API key from Bland AI, under Settings.');
}

/**
 * Reads the account. A bad key gets 401; Bland's own failures say `status: error`, or list `errors`.
 *
 * @see https://docs.bland.ai/api-v1/get/me
 */
function verdict(status: number, body: unknown): ProbeVerdict {
	if (!isObject(body)) return 'unknown';
	if (status === 200) {
		return isObject(body.billing) && body.total_calls !== undefined ? 'accepted' : 'unknown';
	}
	const isOwn = saysFailure(body as IDataObject) && problemIn(body as IDataObject).message !== null;
	return status === 401 && isOwn ? 'refused' : 'unknown';
}
