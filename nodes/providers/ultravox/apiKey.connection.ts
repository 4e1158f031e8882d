import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import { isObject } from '../../verification/json';
import type { ActionProvider, Connection, ProbeVerdict } from '../common/action';
import { apiKeyAccess, hasApiKey, sharedCredentialProblem } from '../common/apiKey';
import { textAt } from '../common/reading';
import { enteredText } from '../common/secretText';
import { hasAnySecret } from '../common/liveSecret';
import { cancel } from './call/cancel.operation';
import { create } from './call/create.operation';
import { remove } from './call/delete.operation';
import { get } from './call/get.operation';
import { getMany } from './call/getMany.operation';
import { getRecording } from './call/getRecording.operation';
import { CALLBACKS } from './call/wait';
import { lists } from './lists';
import { registration } from './registration';
import { secretsProblem } from './secrets';

/**
 * The API, with a key of the account.
 *
 * @see https://docs.ultravox.ai/api-reference/introduction
 */
const apiKey: Connection = {
	id: 'apiKey',
	name: 'API Key',
	description: 'A key of the account',
	credentialType: 'ultravoxApi',
	operations: [cancel, create, remove, get, getMany, getRecording],
	lists,
	registration,
	access,
	credentialProblem: (credential) =>
		sharedCredentialProblem(credential, {
			access,
			hasProof: hasAnySecret,
			proofProblem: secretsProblem,
		}),
	probe: (credential) =>
		hasApiKey(credential)
			? {
					method: 'GET',
					url: `${access(credential).address}/accounts/me`,
					headers: { 'X-API-Key': enteredText(credential.apiKey) },
					verdict,
				}
			: undefined,
	controlMembers: [CALLBACKS],
	isFailure: () => false,
};

/** Calls with Ultravox. */
export const calls: ActionProvider = { connections: [apiKey] };

function access(credential: ICredentialDataDecryptedObject) {
	return apiKeyAccess(credential, 'Create a key in the console of Ultravox, app.ultravox.ai.');
}

/**
 * Reads the account that the key belongs to. How Ultravox words a refusal is not documented: one with a
 * `detail` is taken for its own.
 *
 * @see https://docs.ultravox.ai/api-reference/accounts/accounts-me-get
 */
function verdict(status: number, body: unknown): ProbeVerdict {
	if (!isObject(body)) return 'unknown';
	const answer = body as IDataObject;
	if (status === 200) return textAt(answer, 'accountId') === null ? 'unknown' : 'accepted';
	const isRefusal = (status === 401 || status === 403) && textAt(answer, 'detail') !== null;
	return isRefusal ? 'refused' : 'unknown';
}
