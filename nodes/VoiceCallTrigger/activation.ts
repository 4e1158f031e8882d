import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import { isBlank } from '../verification/blank';
import { parseAllowlist } from './ipAllowlist';
import { adviceText } from '../providers/common/advice';
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
	const problem = settingsProblem(settings) ?? (await credentialProblem(context, settings));
	if (problem !== undefined) throw new NodeOperationError(context.getNode(), problem);
}

function settingsProblem(settings: TriggerSettings): string | undefined {
	const { events, ipAllowlist } = settings;
	const made = settings.problem ?? schemeOf(settings.provider, settings.scheme);
	if ('problem' in made) return adviceText(made.problem);
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
): Promise<string | undefined> {
	const { credentialType, secrets } = provider.trigger;
	const credential = await context.getCredentials(credentialType);
	if (secrets(credential).some(({ value }) => !isBlank(value))) return undefined;
	return `The credential has no secret to verify events of ${provider.name} with. Open the credential of this node and paste the secret that ${provider.name} shows.`;
}
