import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import { isObject } from '../../verification/json';
import type { ActionProvider, Connection, ProbeVerdict } from '../common/action';
import { apiKeyAccess, hasApiKey, sharedCredentialProblem } from '../common/apiKey';
import { numberAt, objectAt, textAt } from '../common/reading';
import { enteredText } from '../common/secretText';
import { hasSigningSecret, signingSecretProblem } from '../common/signingSecret';
import { cancel } from './call/cancel.operation';
import { create } from './call/create.operation';
import { get } from './call/get.operation';
import { getMany } from './call/getMany.operation';
import { getRecording } from './call/getRecording.operation';
import { getTranscript } from './call/getTranscript.operation';
import { lists } from './lists';

/**
 * The v2 API, with the secret key of a workspace.
 *
 * @see https://github.com/MiraiMinds/docs (v2/overview.mdx)
 */
const apiKey: Connection = {
	id: 'apiKey',
	name: 'API Key',
	description: 'The secret key of a workspace',
	credentialType: 'miraiMindsV2Api',
	operations: [cancel, create, get, getMany, getRecording, getTranscript],
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
					url: `${access(credential).address}/v2/wallet`,
					headers: { Authorization: `Bearer ${enteredText(credential.apiKey)}` },
					verdict,
				}
			: undefined,
	isFailure: () => false,
};

/** Calls with Mirai Minds v2. */
export const calls: ActionProvider = { connections: [apiKey] };

function access(credential: ICredentialDataDecryptedObject) {
	return apiKeyAccess(
		credential,
		'Create a key in the console of Mirai Minds, under Developers: it starts with sk_live_.',
	);
}

/**
 * Reads the wallet. 401 is for a key that nobody knows, 403 for one that was revoked.
 *
 * @see https://github.com/MiraiMinds/docs (v2/wallet.mdx, v2/errors.mdx)
 */
function verdict(status: number, body: unknown): ProbeVerdict {
	if (!isObject(body)) return 'unknown';
	const answer = body as IDataObject;
	if (status === 200) return numberAt(answer, 'balance_inr') === null ? 'unknown' : 'accepted';
	const code = textAt(objectAt(answer, 'error'), 'code');
	if (code === 'unauthorized' || code === 'forbidden') return 'refused';
	return 'unknown';
}
