import {
	NodeOperationError,
	type IExecuteFunctions,
	type INodeExecutionData,
	type NodeApiError,
} from 'n8n-workflow';
import { BadInput } from '../providers/common/badInput';
import { slotOf, type Slot } from './onceOnly/attempts';
import { badInputError, failureError } from './result/error';
import { jobOf, parameterReader } from './transport/endpoint';
import { doneItem, failedItem } from './result/item';
import type { Run, Task } from './task';
import { settle, stateOf } from './onceOnly/executeOnce';

/** What became of one item: what it gives out, and the error if there is one. */
export interface ItemResult {
	item: INodeExecutionData;
	error?: NodeApiError | NodeOperationError;
	slot?: Slot;
}

/** Does for one item what its fields ask for. Never throws: what goes wrong is in the result. */
export async function callItem(run: Run, itemIndex: number): Promise<ItemResult> {
	const { context } = run;
	let task: Task;
	try {
		task = await prepare(run, itemIndex);
	} catch (error) {
		return unprepared(context, error, itemIndex);
	}
	const { job, request, slot } = task;
	const { provider, operation } = job;

	const outcome = await settle(run, task);
	if (outcome.kind === 'done') {
		return { item: doneItem(outcome, operation.name, provider, itemIndex), slot };
	}
	const status = await stateOf(run, task, outcome);
	const subject = {
		provider: provider.name,
		operation: operation.name,
		callId: request.callId,
		limits: operation.limits,
		status,
		isProtected: operation.idempotency !== undefined,
		timeout: run.settings.timeout / 1000,
	};
	const error = failureError(context, outcome, subject, itemIndex);
	const facts = { ...aboutNode(context), callId: request.callId, status };
	return { item: failedItem(error, outcome, facts, itemIndex), error, slot };
}

/** Reads and checks all that an item asks for, before anything is sent. */
async function prepare(run: Run, itemIndex: number): Promise<Task> {
	const { context } = run;
	const job = jobOf(context, itemIndex);
	const request = job.operation.request(parameterReader(context, itemIndex));
	const line = await run.lineFor(job);
	const item = context.getInputData()[itemIndex]?.json ?? {};
	const slot = slotOf(run.position, itemIndex, item, job.provider.id, request);
	return { itemIndex, job, request, line, slot };
}

function unprepared(context: IExecuteFunctions, problem: unknown, itemIndex: number): ItemResult {
	const error =
		problem instanceof BadInput
			? badInputError(context, problem, itemIndex)
			: new NodeOperationError(context.getNode(), problem as Error, { itemIndex });
	const facts = { ...aboutNode(context), callId: undefined, status: undefined };
	return { item: failedItem(error, undefined, facts, itemIndex), error };
}

function aboutNode(context: IExecuteFunctions) {
	const { onError, parameters } = context.getNode();
	return {
		provider: typeof parameters.provider === 'string' ? parameters.provider : '',
		toErrorOutput: onError === 'continueErrorOutput',
	};
}
