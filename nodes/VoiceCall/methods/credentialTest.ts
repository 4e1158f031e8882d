import type {
	ICredentialsDecrypted,
	ICredentialTestFunction,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { adviceText } from '../../providers/common/advice';
import { offlineProblem } from '../../providers/common/credential';
import type { Connection, Probe } from '../../providers/common/action';
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
	if (probe !== undefined) return resultOf(await ask(context, probe), probe, provider);
	const unfitForCalls = offlineProblem(() => connection.access(data));
	if (unfitForCalls !== undefined) {
		return {
			status: 'OK',
			message: `Nothing is wrong with what you entered. It is enough to receive events; whether ${provider} uses it, only an event can prove. To place calls: ${unfitForCalls.message} ${unfitForCalls.advice}`,
		};
	}
	return {
		status: 'OK',
		message: `Nothing is wrong with what you entered. Whether ${provider} accepts it could not be checked without placing a call: the first call will tell.`,
	};
}

interface ProbeAnswer {
	status: number;
	/** Parsed JSON, `undefined` for anything else. */
	body: unknown;
}

/** The answer; `undefined` when there was none. Its error would hold the credential. */
async function ask(
	context: ICredentialTestFunctions,
	{ method, url, headers, body }: Probe,
): Promise<ProbeAnswer | undefined> {
	try {
		const response = (await context.helpers.request({
			method,
			uri: url,
			headers: { Accept: 'application/json', ...headers },
			...(body === undefined ? {} : { body, json: true }),
			simple: false,
			followRedirect: false,
			resolveWithFullResponse: true,
			timeout: TIMEOUT,
		})) as { statusCode: number; body: unknown };
		return { status: response.statusCode, body: parsed(response.body) };
	} catch {
		return undefined;
	}
}

function parsed(body: unknown): unknown {
	if (typeof body !== 'string') return body;
	try {
		return JSON.parse(body) as unknown;
	} catch {
		return undefined;
	}
}

function resultOf(
	answer: ProbeAnswer | undefined,
	probe: Probe,
	provider: string,
): INodeCredentialTestResult {
	if (answer === undefined || answer.status >= 500) {
		const what =
			answer === undefined ? 'could not be reached' : `answered with HTTP ${answer.status}`;
		return {
			status: 'Error',
			message: `${provider} ${what}, so the key could not be checked. Check the Base URL and try again.`,
		};
	}
	if (answer.status === 429) {
		return {
			status: 'Error',
			message: `${provider} takes no more requests for now, so the key could not be checked. Try again in a minute.`,
		};
	}
	switch (probe.verdict(answer.status, answer.body)) {
		case 'accepted':
			return {
				status: 'OK',
				message: `${provider} accepts the key. Whether it may place and cancel calls, only these will tell.`,
			};
		case 'limited':
			return {
				status: 'OK',
				message: `${provider} knows the key, but it may not read calls. Give it that scope, and those to place and cancel calls, if you need them.`,
			};
		case 'refused':
			return {
				status: 'Error',
				message: `${provider} does not accept the key. Generate a new one and paste the whole of it.`,
			};
		case 'unknown':
			return {
				status: 'Error',
				message: `Something answered with HTTP ${answer.status}, but not as ${provider} does, so the key could not be checked. Check the Base URL.`,
			};
	}
}
