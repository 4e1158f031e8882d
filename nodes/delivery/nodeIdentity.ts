import type { IWebhookFunctions } from 'n8n-workflow';

type NodeContext = Pick<IWebhookFunctions, 'getWorkflow' | 'getNode'>;

/** Tells a node from all others of this n8n; renaming it changes nothing. */
export function identityOf(context: NodeContext): string {
	// As JSON, so that no two pairs of IDs give one text.
	return JSON.stringify([context.getWorkflow().id ?? '', context.getNode().id]);
}

/** Which node a line in the log is about, as fields and in words. */
export function placeOf(context: NodeContext) {
	const workflowId = context.getWorkflow().id ?? '';
	const nodeName = context.getNode().name;
	return {
		fields: { workflowId, nodeName },
		words: `workflow ${workflowId}, node "${nodeName}"`,
	};
}
