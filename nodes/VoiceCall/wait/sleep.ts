import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

/** An item whose execution sleeps until the result of its call is there. */
export interface Asleep {
	item: INodeExecutionData;
	/** Milliseconds after which it goes on without a result. */
	limit: number;
}

/**
 * Puts the execution to sleep. The input of the node becomes the item without a result: n8n passes the input on
 * when the time is up, and the webhook finds in it which call it waits for.
 */
export async function fallAsleep(
	context: IExecuteFunctions,
	{ item, limit }: Asleep,
): Promise<void> {
	context.getExecuteData().data.main = [[item]];
	await context.putExecutionToWait(new Date(Date.now() + limit));
}
