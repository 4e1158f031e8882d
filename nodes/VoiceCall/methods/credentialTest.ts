import type {
	ICredentialsDecrypted,
	ICredentialTestFunction,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { adviceText } from '../../providers/common/advice';
import type { Connection } from '../../providers/common/action';
import { callingProviders } from '../registry';

type Tested = { connection: Connection; provider: string };

const TIMEOUT = 15_000;

/**
 * The tests behind the credential forms, by credential type. A provider with a harmless request is
 * asked; the others are not, and the answer says what it leaves open.
 */
export const testedBy: Record<string, ICredentialTestFunction> = Object.fromEntries(
	callingProviders.flatMap(({ name, action }) =>
		action.connections.map((connection) => [
			connection.credentialType,
			async function (this: ICredentialTestFunctions, credential: ICredentialsDecrypted) {
				return await testCredential(this, { connection, provider: name }, credential.data ?? {});
			},
		]),
	),
);

async function testCredential(
	context: ICredentialTestFunctions,
	{ connection, provider }: Tested,
	data: NonNullable<ICredentialsDecrypted['data']>,
): Promise<INodeCredentialTestResult> {
	const problem = connection.credentialProblem(data);
	if (problem !== undefined) return { status: 'Error', message: adviceText(problem) };
	const probe = connection.probe?.(data);
	if (probe !== undefined) return statusResult(await ask(context, probe), provider);
	return {
		status: 'OK',
		message: `Nothing is wrong with what you entered. Whether ${provider} accepts it could not be checked without placing a call: the first call will tell.`,
	};
}

/** The status of the answer; `undefined` when there was none. Its error would hold the credential. */
async function ask(
	context: ICredentialTestFunctions,
	{ url, headers }: { url: string; headers: Record<string, string> },
): Promise<number | undefined> {
	try {
		const response = (await context.helpers.request({
			method: 'GET',
			uri: url,
			headers,
			simple: false,
			followRedirect: false,
			resolveWithFullResponse: true,
			timeout: TIMEOUT,
		})) as { statusCode: number };
		return response.statusCode;
	} catch {
		return undefined;
	}
}

function statusResult(status: number | undefined, provider: string): INodeCredentialTestResult {
	if (status === 404 || (status !== undefined && status >= 200 && status < 300)) {
		return {
			status: 'OK',
			message: `${provider} accepts the key. Whether it has the scopes to place and cancel calls, only these will tell.`,
		};
	}
	if (status === 403) {
		return {
			status: 'OK',
			message: `${provider} knows the key, but it may not read calls. Give it that scope, and those to place and cancel calls, if you need them.`,
		};
	}
	if (status === 401) {
		return {
			status: 'Error',
			message: `${provider} does not accept the key. Generate a new one and paste the whole of it.`,
		};
	}
	if (status === 429) {
		return {
			status: 'Error',
			message: `${provider} takes no more requests for now, so the key could not be checked. Try again in a minute.`,
		};
	}
	const what = status === undefined ? 'could not be reached' : `answered with HTTP ${status}`;
	return {
		status: 'Error',
		message: `${provider} ${what}, so the key could not be checked. Check the Base URL and try again.`,
	};
}
