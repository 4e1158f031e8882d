import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import { isObject } from '../../verification/json';
import type { ActionProvider, Connection, ProbeVerdict } from '../common/action';
import { apiKeyAccess, hasApiKey, sharedCredentialProblem } from '../common/apiKey';
import { problemIn } from '../common/problem';
import { objectAt, textAt } from '../common/reading';
import { enteredText } from '../common/secretText';
import { accept } from './call/accept.operation';
import { cancel } from './call/cancel.operation';
import { connect } from './call/connect.operation';
import { create } from './call/create.operation';
import { get } from './call/get.operation';
import { getMany } from './call/getMany.operation';
import { getRecording } from './call/getRecording.operation';
import { play } from './call/play.operation';
import { record } from './call/record.operation';
import { reject } from './call/reject.operation';
import { sendDigits } from './call/sendDigits.operation';
import { startAssistant } from './call/startAssistant.operation';
import { stopAssistant } from './call/stopAssistant.operation';
import { stopRecording } from './call/stopRecording.operation';
import { lists } from './lists';
import { hasPublicKey, publicKeyProblem } from './publicKeys';

/** @see https://developers.telnyx.com/development/api-fundamentals/api-errors */
const REMEDIES = new Map([
	['20012', 'Telnyx has deactivated the account: it may be out of funds. Look in its portal.'],
	['20013', 'Telnyx has blocked the account: ask its support.'],
	['20014', 'The account is not verified far enough: see Account > Verifications in its portal.'],
	['20016', 'The account is not verified far enough: see Account > Verifications in its portal.'],
	['20017', 'The account is not verified far enough: see Account > Verifications in its portal.'],
	['20100', 'The account is out of funds: add some in the portal of Telnyx.'],
	['90041', 'As many calls are going on as the account may have: wait until one has ended.'],
	['90042', 'As many calls are going on as the outbound voice profile may have: wait for an end.'],
	['90043', 'As many calls are going on as the application may have: wait until one has ended.'],
]);

/**
 * The API, with a key of the account.
 *
 * @see https://developers.telnyx.com/docs/development/api-fundamentals/first-api-request
 */
const apiKey: Connection = {
	id: 'apiKey',
	name: 'API Key',
	description: 'A key of the account',
	credentialType: 'telnyxApi',
	operations: [
		accept,
		cancel,
		connect,
		create,
		get,
		getMany,
		getRecording,
		play,
		record,
		reject,
		sendDigits,
		startAssistant,
		stopAssistant,
		stopRecording,
	],
	lists,
	access,
	credentialProblem: (credential) =>
		sharedCredentialProblem(credential, {
			access,
			hasProof: hasPublicKey,
			proofProblem: publicKeyProblem,
		}),
	probe: (credential) =>
		hasApiKey(credential)
			? {
					method: 'GET',
					url: `${access(credential).address}/balance`,
					headers: { Authorization: `Bearer ${enteredText(credential.apiKey)}` },
					verdict,
				}
			: undefined,
	remedies: REMEDIES,
	isFailure: ({ errors }) => Array.isArray(errors) && errors.length > 0,
};

/** Calls with Telnyx. */
export const calls: ActionProvider = { connections: [apiKey] };

function access(credential: ICredentialDataDecryptedObject) {
	return apiKeyAccess(credential, 'Create a key in the Telnyx portal, under API Keys.');
}

/**
 * Reads the balance of the account, which Telnyx names as the first check of a key. Its refusals are lists of
 * errors with codes.
 *
 * @see https://developers.telnyx.com/docs/development/api-fundamentals/first-api-request
 */
function verdict(status: number, body: unknown): ProbeVerdict {
	if (!isObject(body)) return 'unknown';
	const answer = body as IDataObject;
	if (status === 200) {
		const balance = objectAt(answer, 'data');
		const isBalance = ['balance', 'currency'].every((name) => textAt(balance, name) !== null);
		return isBalance ? 'accepted' : 'unknown';
	}
	const isOwn = Array.isArray(answer.errors) && /^\d{5,6}$/.test(problemIn(answer).code ?? '');
	if (!isOwn) return 'unknown';
	if (status === 401) return 'refused';
	return status === 403 ? 'limited' : 'unknown';
}
