import type { ActionProvider, Connection } from '../common/action';
import { BadInput } from '../common/badInput';
import { offlineProblem } from '../common/credential';
import { webAddress } from '../common/webAddress';
import { enteredText } from '../common/secretText';
import { keyPairs } from './keyPairs';
import { keyPairsProblem } from './keyProblems';
import { isFailure } from './call/response';
import { cancel } from './call/cancel.operation';
import { create } from './call/create.operation';

/**
 * The v2 API, with the organization's key pair and a workspace.
 *
 * @see https://docs.miraiminds.co/api-reference/
 */
const keyPair: Connection = {
	id: 'keyPair',
	name: 'Key Pair',
	description: 'The key pair of an organization',
	credentialType: 'miraiMindsApi',
	operations: [cancel, create],
	access,
	credentialProblem: (credential) =>
		keyPairsProblem(credential) ?? offlineProblem(() => access(credential)),
	isFailure,
};

/** Calls with Mirai Minds. */
export const calls: ActionProvider = { connections: [keyPair] };

function access(credential: Parameters<Connection['access']>[0]) {
	const { publicKey, privateKey, workspace } = credential;
	for (const [name, value] of Object.entries({ publicKey, privateKey, workspace })) {
		if (enteredText(value).trim() !== '') continue;
		throw new BadInput(
			`The credential has no ${NAMES[name]}.`,
			'Copy it from the settings of your organization in Mirai Minds: placing and canceling calls needs it.',
		);
	}
	return {
		address: webAddress(credential.baseUrl, 'Base URL'),
		secrets: keyPairs(credential).map((pair) => pair.privateKey),
	};
}

const NAMES: Record<string, string> = {
	publicKey: 'public key',
	privateKey: 'private key',
	workspace: 'workspace',
};
