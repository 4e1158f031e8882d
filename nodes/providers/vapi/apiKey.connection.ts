import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { isObject } from '../../verification/json';
import type { ActionProvider, Connection, ProbeVerdict } from '../common/action';
import { apiKeyAccess, hasApiKey, sharedCredentialProblem } from '../common/apiKey';
import { enteredText } from '../common/secretText';
import { hasSigningSecret, signingSecretProblem } from '../common/signingSecret';
import { cancel } from './call/cancel.operation';
import { create } from './call/create.operation';
import { remove } from './call/delete.operation';
import { get } from './call/get.operation';
import { getMany } from './call/getMany.operation';
import { getRecording } from './call/getRecording.operation';
import { lists } from './lists';

/**
 * The API, with the private key of an account.
 *
 * @see https://docs.vapi.ai/api-reference
 */
const apiKey: Connection = {
	id: 'apiKey',
	name: 'API Key',
	description: 'The private key of the account',
	credentialType: 'vapiApi',
	operations: [cancel, create, remove, get, getMany, getRecording],
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
					url: `${access(credential).address}/assistant?limit=1`,
					headers: { Authorization: `Bearer ${enteredText(credential.apiKey)}` },
					verdict,
				}
			: undefined,
	controlMembers: ['controlUrl', 'listenUrl'],
	isFailure: () => false,
};

/** Calls with Vapi. */
export const calls: ActionProvider = { connections: [apiKey] };

function access(credential: ICredentialDataDecryptedObject) {
	return apiKeyAccess(
		credential,
		'Copy the private key from Vapi, under Organization Settings > API Keys.',
	);
}

/**
 * Reads the list of assistants. Vapi's own refusals are objects with `statusCode` and `message`.
 *
 * @see https://docs.vapi.ai/security-and-privacy/api-keys
 */
function verdict(status: number, body: unknown): ProbeVerdict {
	if (status === 200) return Array.isArray(body) ? 'accepted' : 'unknown';
	const isOwn = isObject(body) && body.message !== undefined && body.statusCode === status;
	if (!isOwn) return 'unknown';
	if (status === 401) return 'refused';
	return status === 403 ? 'limited' : 'unknown';
}
