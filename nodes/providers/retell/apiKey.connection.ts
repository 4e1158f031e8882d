import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { isObject } from '../../verification/json';
import type { ActionProvider, Connection, ProbeVerdict } from '../common/action';
import { apiKeyAccess } from '../common/apiKey';
import { offlineProblem } from '../common/credential';
import { enteredText } from '../common/secretText';
import { cancel } from './call/cancel.operation';
import { create } from './call/create.operation';
import { remove } from './call/delete.operation';
import { get } from './call/get.operation';
import { getMany } from './call/getMany.operation';
import { keyProblem } from './keys';
import { lists } from './lists';

/**
 * The API, with a key of a workspace.
 *
 * @see https://docs.retellai.com/accounts/api-keys-overview
 */
const apiKey: Connection = {
	id: 'apiKey',
	name: 'API Key',
	description: 'An API key of the workspace',
	credentialType: 'retellApi',
	operations: [cancel, create, remove, get, getMany],
	lists,
	access,
	credentialProblem: (credential) =>
		keyProblem(credential) ?? offlineProblem(() => access(credential)),
	probe: (credential) => ({
		method: 'GET',
		url: `${access(credential).address}/get-concurrency`,
		headers: { Authorization: `Bearer ${enteredText(credential.apiKey)}` },
		verdict,
	}),
	isFailure: () => false,
};

/** Calls with Retell AI. */
export const calls: ActionProvider = { connections: [apiKey] };

function access(credential: ICredentialDataDecryptedObject) {
	return apiKeyAccess(credential, 'Copy a key from Retell AI, under Settings > API Keys.');
}

/**
 * Reads how many calls there are and may be at once. Retell's own refusals are `{status: error, message}`.
 *
 * @see https://docs.retellai.com/api-references/get-concurrency
 */
function verdict(status: number, body: unknown): ProbeVerdict {
	if (!isObject(body)) return 'unknown';
	if (status === 200) return typeof body.current_concurrency === 'number' ? 'accepted' : 'unknown';
	const isOwn = body.status === 'error' && typeof body.message === 'string';
	return status === 401 && isOwn ? 'refused' : 'unknown';
}
