import type { IHookFunctions } from 'n8n-workflow';
import type { Connection } from '../../providers/common/action';
import type { Advice } from '../../providers/common/advice';
import { BadInput } from '../../providers/common/badInput';
import type { Provider } from '../../providers/common/provider';
import type {
	RegisteredWebhook,
	Registration,
	WantedWebhook,
} from '../../providers/common/registration';
import type { CallRequest } from '../../providers/common/request';
import { requireReachable } from '../../providers/common/webAddress';
import { endpointOf } from '../../transport/endpoint';
import type { HttpResult } from '../../transport/httpResult';
import { send } from '../../transport/send';
import { isBlank } from '../../verification/blank';
import type { TriggerSettings } from '../settings';
import { idIn, isSuccess, isUnknown } from './answers';
import { foreignProblem, registrationProblem } from './problem';
import { rememberWebhook, rememberedWebhook } from './remembered';

/** In milliseconds, for one request. */
const TIMEOUT = 15_000;
/** Pages of webhooks that are looked through. */
const MOST_PAGES = 100;

/** Sends one request with the node's credential. */
type Ask = (request: CallRequest) => Promise<HttpResult>;

/** How the webhooks of a provider are registered; `undefined` where the node does not do it. */
export function registering({ action, trigger }: Provider) {
	const connection = action?.connections.find(
		({ credentialType, registration }) =>
			credentialType === trigger.credentialType && registration !== undefined,
	);
	return connection as (Connection & { registration: Registration }) | undefined;
}

/** What sends requests to a provider with the credential of the node. */
export async function askerOf(context: IHookFunctions, connection: Connection): Promise<Ask> {
	const endpoint = await endpointOf(context, connection, TIMEOUT);
	return async (request) => await send(context, endpoint, request);
}

/**
 * Tells the provider where to send events: the production URL of this node. A webhook that this node
 * registered before is changed; one with the same URL that it did not register is left as it is.
 *
 * @throws BadInput with what is wrong and what to do
 */
export async function registerWebhook(
	context: IHookFunctions,
	{ provider, events }: TriggerSettings,
): Promise<void> {
	const connection = registering(provider);
	if (connection === undefined) return;
	const { registration } = connection;
	const wanted = await wantedWebhook(context, provider, connection, events);
	const ask = await askerOf(context, connection);

	const before = rememberedWebhook(context);
	const own = before?.provider === provider.id ? before.id : undefined;
	const look = async () => await webhooksAt(wanted.url, ask, registration, provider);
	const others = (await look()).filter(({ id }) => id !== own);
	if (others.length > 0) throw refusal(foreignProblem(others, provider.name));

	const changed = own === undefined ? undefined : await ask(registration.update(own, wanted));
	const isThere = changed !== undefined && !isUnknown(changed);
	const result = isThere ? changed : await ask(registration.create(wanted));
	const id = idIn(result, registration) ?? (await foundAfterDoubt(result, look));
	if (id === undefined) throw refusal(registrationProblem(result, provider.name));
	rememberWebhook(context, { provider: provider.id, id });
}

async function wantedWebhook(
	context: IHookFunctions,
	{ name, trigger }: Provider,
	connection: Connection,
	events: readonly string[],
): Promise<WantedWebhook> {
	const credential = await context.getCredentials(connection.credentialType);
	const { address } = connection.access(credential);
	const secrets = trigger.secrets(credential).map(({ value }) => value);
	const filled = secrets.filter((value) => !isBlank(value));
	if (filled.length === 0) {
		throw new BadInput(
			'The webhook was not registered: the credential has no signing secret.',
			`Make up a long random text, and enter it as Signing Secret: ${name} then signs with it.`,
		);
	}
	const url = context.getNodeWebhookUrl('default') ?? '';
	requireReachable(url, address);
	const all = trigger.events.map(({ value }) => value);
	return { url, events: events.includes('*') ? all : events, secrets: filled };
}

/** The webhooks with this URL. */
async function webhooksAt(
	url: string,
	ask: Ask,
	registration: Registration,
	provider: Provider,
): Promise<RegisteredWebhook[]> {
	const found: RegisteredWebhook[] = [];
	let next: string | undefined;
	for (let pages = 0; pages < MOST_PAGES; pages += 1) {
		const result = await ask(registration.list(next));
		const page = isSuccess(result) ? registration.page(result.answer.exact) : undefined;
		if (page === undefined) throw refusal(registrationProblem(result, provider.name));
		found.push(...page.webhooks.filter((webhook) => webhook.url === url));
		next = page.next;
		if (next === undefined) break;
	}
	return found;
}

/** There was none with this URL before: one that is there after an unclear answer is ours. */
async function foundAfterDoubt(
	result: HttpResult,
	look: () => Promise<RegisteredWebhook[]>,
): Promise<string | undefined> {
	const isClear =
		result.kind === 'notSent' ||
		(result.kind === 'answered' && result.answer.status >= 300 && result.answer.status < 500);
	if (isClear) return undefined;
	try {
		return (await look()).at(0)?.id;
	} catch {
		return undefined;
	}
}

function refusal({ message, advice }: Advice): BadInput {
	return new BadInput(message, advice);
}
