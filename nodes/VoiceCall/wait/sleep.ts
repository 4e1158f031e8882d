import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { PROOF } from './item';
import type { ProofParameters } from './proof';

/** An item whose execution sleeps until the result of its call is there. */
export interface Asleep {
	item: INodeExecutionData;
	/** What the form said of the proof, for the item that the call was placed for. */
	parameters: ProofParameters;
	/** Milliseconds after which it goes on without a result. */
	limit: number;
}

/**
 * Puts the execution to sleep. The input of the node becomes the item without a result: n8n passes the input on
 * when the time is up, and the webhook finds in it which call it waits for.
 */
export async function fallAsleep(
	context: IExecuteFunctions,
	{ item, parameters, limit }: Asleep,
): Promise<void> {
	await context.putExecutionToWait(new Date(Date.now() + limit));
	context.getExecuteData().data.main = [[{ ...item, [PROOF]: parameters as IDataObject }]];
}
