import type { IWebhookFunctions } from 'n8n-workflow';

type NodeContext = Pick<IWebhookFunctions, 'getWorkflow' | 'getNode'>;

/** Tells a node from all others of this n8n; renaming it changes nothing. */
export function identityOf(context: NodeContext): string {
	return `${context.getWorkflow().id ?? ''}/${context.getNode().id}`;
}
