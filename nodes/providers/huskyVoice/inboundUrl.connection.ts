import type { Connection } from '../common/action';
import type { Advice } from '../common/advice';
import { BadInput } from '../common/badInput';
import { enteredText } from '../common/secretText';
import { inboundUrlProblem } from './inboundUrl';
import { isFailure } from './call/response';
import { cancelByUrl } from './call/cancel.operation';
import { createByUrl } from './call/create.operation';
import { deleteByUrl } from './call/delete.operation';

/** What stands in the documentation in place of a token: https://docs.huskyvoice.ai/api/auth-setup/ */
const PLACEHOLDER = /YOUR[_-]?SECRET[_-]?TOKEN|SECRET_TOKEN|[{}<>…]|\.\.\.$/i;

/**
 * The inbound URL: the token in its path is all that proves who asks. n8n puts it into the request
 * (see the credential), so the node itself sends to the address without the token.
 *
 * @see https://docs.huskyvoice.ai/api/inbound-webhooks/
 */
export const inboundUrl: Connection = {
	id: 'inboundUrl',
	name: 'Inbound URL',
	description: 'The secret URL that HuskyVoice shows for your organization: no scopes to set up',
	credentialType: 'huskyVoiceInboundUrlApi',
	operations: [cancelByUrl, createByUrl, deleteByUrl],
	access: (credential) => {
		const url = enteredText(credential.secretInboundUrl);
		const problem = urlProblem(url);
		if (problem !== undefined) throw new BadInput(problem.message, problem.advice);
		const { origin, pathname } = new URL(url);
		const parts = pathname.split('/').filter((part) => part !== '' && part !== 'hooks');
		return { address: `${origin}/v1/hooks`, secrets: [url, pathname, ...parts] };
	},
	credentialProblem: (credential) => urlProblem(enteredText(credential.secretInboundUrl)),
	remedies: new Map([
		[
			'UNAUTHORIZED',
			'Check the credential: it was not accepted. Copy the whole URL again from Integrations > Inbound Webhooks in HuskyVoice.',
		],
	]),
	isFailure,
};

function urlProblem(url: string): Advice | undefined {
	const problem = inboundUrlProblem(url);
	if (problem !== undefined) return problem;
	const path = decoded(new URL(url).pathname).replace(/\/+$/, '');
	const last = path.split('/').at(-1) ?? '';
	if (last !== '' && last !== 'hooks' && last !== 'v1' && !PLACEHOLDER.test(last)) return undefined;
	return {
		message: 'The inbound URL lacks the secret token at its end.',
		advice: 'Copy the whole URL from Integrations > Inbound Webhooks in HuskyVoice.',
	};
}

function decoded(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}
