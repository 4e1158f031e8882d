import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import { isBlank } from '../verification/blank';
import { parseAllowlist } from './ipAllowlist';
import { adviceText } from '../providers/common/advice';
import type { Scheme } from '../verification/scheme';
import { keyProblem } from './credential/keyProblem';
import { schemeOf } from './scheme';
import { readSettings, type TriggerSettings } from './settings';

/**
 * Checks that the node can do its work, so that a person learns at activation and not from lost
 * events. Not while n8n starts: a workflow that fails to activate answers 404, which providers do
 * not retry, whereas a node that is not ready answers 503, which they do.
 *
 * What to do stands in the message: n8n 2.40 publishes in the background and shows nothing else.
 */
export async function checkReadiness(context: IHookFunctions): Promise<void> {
	if (['init', 'leadershipChange'].includes(context.getActivationMode())) return;
	const settings = readSettings(context);
	const made = settings.problem ?? schemeOf(settings.provider, settings.scheme);
	if ('problem' in made) fail(context, adviceText(made.problem));
	const problem =
		settingsProblem(settings) ?? (await credentialProblem(context, settings, made.scheme));
	if (problem !== undefined) fail(context, problem);
}

function fail(context: IHookFunctions, problem: string): never {
	throw new NodeOperationError(context.getNode(), problem);
}

function settingsProblem({ events, ipAllowlist }: TriggerSettings): string | undefined {
	if (events.length === 0) {
		return 'No event is selected. Select the events that start the workflow, or All.';
	}
	const allowlist = parseAllowlist(ipAllowlist);
	if (!('problem' in allowlist)) return undefined;
	return `${allowlist.problem}. Write addresses or CIDR ranges with commas between, e.g. 203.0.113.0/24.`;
}

async function credentialProblem(
	context: IHookFunctions,
	{ provider }: TriggerSettings,
	scheme: Scheme,
): Promise<string | undefined> {
	const { credentialType, secrets, live } = provider.trigger;
	const credential = await context.getCredentials(credentialType);
	const candidates = secrets(credential);
	if (candidates.some(({ value }) => !isBlank(value))) {
		const problem = keyProblem(scheme, candidates);
		return problem === undefined ? undefined : adviceText(problem);
	}
	// One that is for live requests alone proves nothing else.
	if (live?.proof?.secrets(credential).some(({ value }) => !isBlank(value))) return undefined;
	return `The credential has no secret to verify events of ${provider.name} with. Open the credential of this node and paste the secret that ${provider.name} shows.`;
}
