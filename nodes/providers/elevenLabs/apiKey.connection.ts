import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import { isObject } from '../../verification/json';
import type { ActionProvider, Connection, ProbeVerdict } from '../common/action';
import { apiKeyAccess, hasApiKey, sharedCredentialProblem } from '../common/apiKey';
import { hasAnySecret, liveSecretProblem } from '../common/liveSecret';
import { objectAt, textAt } from '../common/reading';
import { enteredText } from '../common/secretText';
import { signingSecretProblem } from '../common/signingSecret';
import { create } from './call/create.operation';
import { get } from './call/get.operation';
import { getMany } from './call/getMany.operation';
import { getRecording } from './call/getRecording.operation';
import { lists } from './lists';
import { pageIn } from './paging';

/**
 * The API, with a key of a workspace. There is nothing that ends a single call.
 *
 * @see https://elevenlabs.io/docs/api-reference/authentication
 */
const apiKey: Connection = {
	id: 'apiKey',
	name: 'API Key',
	description: 'An API key of the workspace',
	credentialType: 'elevenLabsApi',
	operations: [create, get, getMany, getRecording],
	lists,
	access,
	credentialProblem: (credential) =>
		sharedCredentialProblem(credential, {
			access,
			hasProof: hasAnySecret,
			proofProblem: (held) => liveSecretProblem(held, signingSecretProblem),
		}),
	probe: (credential) =>
		hasApiKey(credential)
			? {
					method: 'GET',
					url: `${access(credential).address}/v1/convai/agents?page_size=1`,
					headers: { 'xi-api-key': enteredText(credential.apiKey) },
					verdict,
				}
			: undefined,
	isFailure: () => false,
};

/** Calls with ElevenLabs Agents. */
export const calls: ActionProvider = { connections: [apiKey] };

function access(credential: ICredentialDataDecryptedObject) {
	return apiKeyAccess(credential, 'Create an API key in ElevenLabs, and copy it.');
}

/**
 * Reads one agent. ElevenLabs' own refusals are `{detail: {status, message}}`; a key that is known and may
 * not read agents gets 401 as well, with a status of its own.
 *
 * @see https://elevenlabs.io/docs/eleven-api/resources/errors
 */
function verdict(status: number, body: unknown): ProbeVerdict {
	if (status === 200) return pageIn(body, 'agents') === undefined ? 'unknown' : 'accepted';
	if (status !== 401 || !isObject(body)) return 'unknown';
	const detail = objectAt(body as IDataObject, 'detail');
	const word = textAt(detail, 'status', 'code');
	if (word === null || textAt(detail, 'message') === null) return 'unknown';
	return word === 'missing_permissions' ? 'limited' : 'refused';
}
