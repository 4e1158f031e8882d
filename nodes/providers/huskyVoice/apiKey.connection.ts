import { isObject } from '../../verification/json';
import { isBlank } from '../../verification/blank';
import type { Connection, ProbeVerdict } from '../common/action';
import { BadInput } from '../common/badInput';
import { offlineProblem } from '../common/credential';
import { webAddress } from '../common/webAddress';
import { enteredText, textProblem } from '../common/secretText';
import { isFailure } from './call/response';
import { cancelByKey } from './call/cancel.operation';
import { createByKey } from './call/create.operation';
import { deleteByKey } from './call/delete.operation';
import { getByKey } from './call/get.operation';

/**
 * The REST API, with a key that has a scope for each operation.
 *
 * @see https://docs.huskyvoice.ai/api/api-keys/
 */
export const apiKey: Connection = {
	id: 'apiKey',
	name: 'API Key',
	description:
		'A key of the REST API: can also get calls, and a call that is sent twice is placed once',
	credentialType: 'huskyVoiceApi',
	operations: [cancelByKey, createByKey, deleteByKey, getByKey],
	access,
	credentialProblem: (credential) =>
		textProblem('API key', enteredText(credential.apiKey)) ??
		offlineProblem(() => access(credential)),
	probe: (credential) => ({
		method: 'GET',
		url: `${access(credential).address}/calls/n8n-credential-test`,
		headers: { Authorization: `Bearer ${enteredText(credential.apiKey)}` },
		verdict,
	}),
	remedies: new Map([
		[
			'UNAUTHORIZED',
			'Check the credential: it was not accepted. Generate a new key in HuskyVoice under Integrations > API Key(s).',
		],
	]),
	isFailure,
};

function access(credential: Parameters<Connection['access']>[0]) {
	const key = enteredText(credential.apiKey);
	if (isBlank(key)) {
		throw new BadInput(
			'The API key is empty.',
			'Generate one in HuskyVoice under Integrations > API Key.',
		);
	}
	return { address: webAddress(credential.baseUrl, 'Base URL'), secrets: [key] };
}

/**
 * Reads the answer about a call that does not exist. HuskyVoice's own refusals are objects with
 * `error.code` and `error.message`.
 *
 * @see https://docs.huskyvoice.ai/api/rate-limits/
 */
function verdict(status: number, body: unknown): ProbeVerdict {
	const error = isObject(body) ? body.error : undefined;
	if (!isObject(error) || typeof error.code !== 'string' || typeof error.message !== 'string') {
		return 'unknown';
	}
	if (status === 404) return error.code === 'NOT_FOUND' ? 'accepted' : 'unknown';
	if (status === 403) return 'limited';
	return status === 401 ? 'refused' : 'unknown';
}
