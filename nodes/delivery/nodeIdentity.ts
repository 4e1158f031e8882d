import type { IWebhookFunctions } from 'n8n-workflow';

type NodeContext = Pick<IWebhookFunctions, 'getWorkflow' | 'getNode'>;

/** Tells a node from all others of this n8n; renaming it changes nothing. */
export function identityOf(context: NodeContext): string {
	// As JSON, so that no two pairs of IDs give one text.
	return JSON.stringify([context.getWorkflow().id ?? '', context.getNode().id]);
}
