import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import { isBlank } from '../verification/blank';
import type { Secret } from '../verification/scheme';
import { adviceText } from '../providers/common/advice';
import { readinessOfForm, secretProblem } from '../delivery/readiness';
import { BadInput } from '../providers/common/badInput';
import { registerWebhook } from './registration/register';
import { readSettings } from './settings';

/**
 * Checks that the node can do its work, so that a person learns at activation and not from lost
 * events. Not while n8n starts: a workflow that fails to activate answers 404, which providers do
 * not retry, whereas a node that is not ready answers 503, which they do.
 *
 * What to do stands in the message: n8n 2.40 publishes in the background and shows nothing else.
 */
export async function checkReadiness(context: IHookFunctions): Promise<void> {
	if (isStartOfN8n(context)) return;
	const settings = readSettings(context);
	const readiness = readinessOfForm(settings);
	if ('problem' in readiness) fail(context, adviceText(readiness.problem));
	if (settings.events.length === 0) {
		fail(context, 'No event is selected. Select the events that start the workflow, or All.');
	}
	const { trigger } = settings.provider;
	const credential = await context.getCredentials(trigger.credentialType);
	// One that is for live requests alone proves nothing else.
	const forRequests = trigger.live?.proof?.secrets(credential) ?? [];
	if (!isFilled(trigger.secrets(credential)) && isFilled(forRequests)) return;
	const problem = secretProblem(settings.provider, readiness.scheme, credential);
	if (problem !== undefined) fail(context, adviceText(problem));
}

/**
 * Registers the webhook with the provider, where the form says so. Not for the test URL, and not while n8n
 * starts, when everything is as it was.
 */
export async function registerWhereWanted(context: IHookFunctions): Promise<void> {
	if (isStartOfN8n(context) || context.getActivationMode() === 'manual') return;
	const settings = readSettings(context);
	if (!settings.registerWebhook) return;
	try {
		await registerWebhook(context, settings);
	} catch (error) {
		const problem = error instanceof BadInput ? adviceText(error) : (error as Error);
		throw new NodeOperationError(context.getNode(), problem);
	}
}

function isStartOfN8n(context: IHookFunctions): boolean {
	return ['init', 'leadershipChange'].includes(context.getActivationMode());
}

function isFilled(secrets: readonly Secret[]): boolean {
	return secrets.some(({ value }) => !isBlank(value));
}

function fail(context: IHookFunctions, problem: string): never {
	throw new NodeOperationError(context.getNode(), problem);
}
