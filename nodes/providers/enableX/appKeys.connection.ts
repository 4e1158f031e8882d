import type { ActionProvider, Connection } from '../common/action';
import { BadInput } from '../common/badInput';
import { offlineProblem } from '../common/credential';
import { webAddress } from '../common/webAddress';
import { enteredText } from '../common/secretText';
import { appIdProblem } from './appId';
import { isFailure } from './call/response';
import { cancel } from './call/cancel.operation';
import { create } from './call/create.operation';

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
	operations: [cancel, create],
	access,
	credentialProblem: (credential) =>
		appIdProblem(credential) ?? offlineProblem(() => access(credential)),
	isFailure,
};

/** Calls with EnableX. */
export const calls: ActionProvider = { connections: [appKeys] };

function access(credential: Parameters<Connection['access']>[0]) {
	const appId = enteredText(credential.appId);
	const appKey = enteredText(credential.appKey);
	if (appId.trim() === '' || appKey.trim() === '') {
		throw new BadInput(
			'App ID or App Key is empty.',
			'Paste both from the API keys of your project: placing and ending calls needs them.',
		);
	}
	const address = webAddress(credential.baseUrl, 'Base URL').replace(/\/voice\/v1$/, '');
	const basic = Buffer.from(`${appId}:${appKey}`).toString('base64');
	return { address, secrets: [basic, appKey, appId] };
}
