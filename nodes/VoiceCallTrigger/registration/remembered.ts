import type { IHookFunctions } from 'n8n-workflow';
import { identityOf } from '../../delivery/nodeIdentity';
import { isObject } from '../../verification/json';

/** A webhook that this node registered. */
export interface Remembered {
	/** The provider that has it; another one may be chosen in the form by now. */
	provider: string;
	/** The provider's ID of it. */
	id: string;
}

const MEMBER = 'registeredWebhook';

/**
 * The same for this process. n8n writes the static data whole, so that an execution that ends at the same
 * moment may write an older state over it.
 */
const registeredHere = new Map<string, Remembered>();

/** What this node registered and did not take back. */
export function rememberedWebhook(context: IHookFunctions): Remembered | undefined {
	const saved = context.getWorkflowStaticData('node')[MEMBER];
	if (isObject(saved) && typeof saved.provider === 'string' && typeof saved.id === 'string') {
		return { provider: saved.provider, id: saved.id };
	}
	return registeredHere.get(identityOf(context));
}

/** Remembers a webhook, also beyond a restart; `undefined` forgets it. */
export function rememberWebhook(context: IHookFunctions, webhook: Remembered | undefined): void {
	const staticData = context.getWorkflowStaticData('node');
	if (webhook === undefined) {
		delete staticData[MEMBER];
		registeredHere.delete(identityOf(context));
		return;
	}
	staticData[MEMBER] = { ...webhook };
	registeredHere.set(identityOf(context), webhook);
}
