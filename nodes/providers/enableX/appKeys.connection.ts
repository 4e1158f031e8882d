import { isBlank } from '../../verification/blank';
import type { ActionProvider, Connection } from '../common/action';
import { BadInput } from '../common/badInput';
import { offlineProblem } from '../common/credential';
import { webAddress } from '../common/webAddress';
import { enteredText } from '../common/secretText';
import { appIdProblem } from './appId';
import { createBroadcast } from './broadcast/create.operation';
import { accept } from './call/accept.operation';
import { cancel } from './call/cancel.operation';
import { connect } from './call/connect.operation';
import { create } from './call/create.operation';
import { hold } from './call/hold.operation';
import { play } from './call/play.operation';
import { record } from './call/record.operation';
import { isFailure } from './call/response';
import { resume } from './call/resume.operation';
import { stopRecording } from './call/stopRecording.operation';

/**
 * Two errors that a status of 401 or 403 tells too little about.
 *
 * @see https://developer.enablex.io/reference/errors.html
 */
const REMEDIES = new Map([
	[
		'CREDENTIAL_EXPIRED',
		'The API keys of the project were changed: paste App ID and App Key anew, from My Projects > Settings > API Keys.',
	],
	[
		'PROJECT_SUSPENDED',
		'EnableX has suspended the project: look in the EnableX portal why, or ask EnableX with the request ID.',
	],
]);

/**
 * The voice API, with App ID and App Key as user name and password.
 *
 * @see https://developer.enablex.io/voice/authentication.html
 */
const appKeys: Connection = {
	id: 'appKeys',
	name: 'App ID and App Key',
	description: 'The API keys of a project',
	credentialType: 'enableXApi',
	operations: [
		accept,
		cancel,
		connect,
		create,
		hold,
		play,
		record,
		resume,
		stopRecording,
		createBroadcast,
	],
	access,
	credentialProblem: (credential) =>
		appIdProblem(credential) ?? offlineProblem(() => access(credential)),
	remedies: REMEDIES,
	isFailure,
};

/** Calls with EnableX. */
export const calls: ActionProvider = { connections: [appKeys] };

function access(credential: Parameters<Connection['access']>[0]) {
	const appId = enteredText(credential.appId);
	const appKey = enteredText(credential.appKey);
	if (isBlank(appId) || isBlank(appKey)) {
		throw new BadInput(
			'App ID or App Key is empty.',
			'Paste both from the API keys of your project: placing and ending calls needs them.',
		);
	}
	const address = webAddress(credential.baseUrl, 'Base URL').replace(/\/voice\/v1$/, '');
	const basic = Buffer.from(`${appId}:${appKey}`).toString('base64');
	return { address, secrets: [basic, appKey, appId] };
}
