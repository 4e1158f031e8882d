import type { IHookFunctions } from 'n8n-workflow';
import { placeOf } from '../../delivery/nodeIdentity';
import { providers } from '../../providers';
import { isGone } from './answers';
import { fateOf } from './problem';
import { askerOf, registering } from './register';
import { rememberWebhook, rememberedWebhook, type Remembered } from './remembered';

/**
 * Takes back what this node registered, whatever its form says by now. Never throws: a workflow has to be
 * unpublished also where the provider cannot be asked. What could not be deleted is logged, and stays
 * remembered for the next time.
 */
export async function unregisterWebhook(context: IHookFunctions): Promise<void> {
	const remembered = rememberedWebhook(context);
	if (remembered === undefined) return;
	const problem = await problemWithDeleting(context, remembered);
	if (problem === undefined) rememberWebhook(context, undefined);
	else log(context, remembered, problem);
}

async function problemWithDeleting(
	context: IHookFunctions,
	remembered: Remembered,
): Promise<string | undefined> {
	const provider = providers.find(({ id }) => id === remembered.provider);
	const connection = provider && registering(provider);
	if (connection === undefined) return 'this version of the node does not know how';
	try {
		const ask = await askerOf(context, connection);
		const result = await ask(connection.registration.remove(remembered.id));
		return isGone(result) ? undefined : fateOf(result);
	} catch {
		return 'the credential cannot be read';
	}
}

function log(context: IHookFunctions, { provider, id }: Remembered, problem: string): void {
	const { fields, words } = placeOf(context);
	context.logger.error(
		`Voice Call Trigger could not delete the webhook ${id} that it registered with ${provider} (${problem}): delete it there, or publish the workflow again; ${words}`,
		{ provider, webhookId: id, problem, ...fields },
	);
}
