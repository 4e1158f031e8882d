import { isObject } from '../../verification/json';
import { isBlank } from '../../verification/blank';
import type { ActionProvider, Connection, Probe, ProbeVerdict } from '../common/action';
import { BadInput } from '../common/badInput';
import { offlineProblem } from '../common/credential';
import { webAddress } from '../common/webAddress';
import { enteredText } from '../common/secretText';
import { assistants, ASSISTANTS_PATH } from './assistants';
import { ASSISTANTS } from './call/fields';
import { keyPairs } from './keyPairs';
import { keyPairsProblem } from './keyProblems';
import { isFailure } from './call/response';
import { cancel } from './call/cancel.operation';
import { create } from './call/create.operation';
import { update } from './call/update.operation';

/**
 * The v1 API, with the organization's key pair and a workspace. Its paths begin with /v2 or /v1/admin: the
 * host tells it from the v2 API.
 *
 * @see https://docs.miraiminds.co/api-reference/
 * @see https://github.com/MiraiMinds/docs (v1/overview.mdx)
 */
const keyPair: Connection = {
	id: 'keyPair',
	name: 'Key Pair',
	description: 'The key pair of an organization',
	credentialType: 'miraiMindsApi',
	operations: [cancel, create, update],
	lists: { [ASSISTANTS]: assistants },
	access,
	credentialProblem: (credential) =>
		keyPairsProblem(credential) ??
		(isForCalls(credential) ? offlineProblem(() => access(credential)) : undefined),
	probe,
	isFailure,
};

/** Calls with Mirai Minds v1. */
export const calls: ActionProvider = { connections: [keyPair] };

function access(credential: Parameters<Connection['access']>[0]) {
	const { publicKey, privateKey, workspace } = credential;
	for (const [name, value] of Object.entries({ publicKey, privateKey, workspace })) {
		if (!isBlank(enteredText(value))) continue;
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

/** A credential without a workspace is for the trigger alone. */
function isForCalls(credential: Parameters<Connection['access']>[0]): boolean {
	return !isBlank(enteredText(credential.workspace));
}

/**
 * Lists the assistants of the workspace, which changes nothing. Without a workspace nothing can be asked.
 *
 * @see https://github.com/MiraiMinds/docs (legacy-openapi.yaml)
 */
function probe(credential: Parameters<Connection['access']>[0]): Probe | undefined {
	if (!isForCalls(credential)) return undefined;
	return {
		method: 'GET',
		url: `${access(credential).address}${ASSISTANTS_PATH}`,
		headers: {
			'x-public-key': enteredText(credential.publicKey),
			'x-private-key': enteredText(credential.privateKey),
			workspace: enteredText(credential.workspace),
		},
		verdict,
	};
}

/** A list in `data` is Mirai Minds' own answer; its refusals are objects with the status and a sentence. */
function verdict(status: number, body: unknown): ProbeVerdict {
	if (!isObject(body)) return 'unknown';
	if (status === 200) return Array.isArray(body.data) ? 'accepted' : 'unknown';
	const isOwn = typeof body.message === 'string' && (status === 401 || status === 403);
	if (!isOwn || (body.status_code ?? body.code) !== status) return 'unknown';
	return status === 401 ? 'refused' : 'limited';
}
