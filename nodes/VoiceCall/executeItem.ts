import {
	NodeOperationError,
	type IExecuteFunctions,
	type INodeExecutionData,
	type NodeApiError,
} from 'n8n-workflow';
import { BadInput } from '../providers/common/badInput';
import { requireReachable } from '../providers/common/webAddress';
import { identityOf, type RequestIdentity } from './onceOnly/identity';
import { executeOnce, stateOf } from './onceOnly/executeOnce';
import { limitOf, parameterReader } from './parameters';
import { read, readMany } from './read';
import { connectionOf, operationOf } from './registry';
import { badInputError, failureError } from './result/error';
import { doneItem, failedItem, listedItem, withFile } from './result/item';
import type { Failure, Outcome } from './outcome';
import { reads, whatOf } from './operations';
import type { Choice, NodeRun, Task } from './task';
import { itemWithoutResult } from './wait/item';
import { CREATE_AND_WAIT } from './wait/parameters';
import { checkCanWait, planWait, withoutKeys, withWebhook } from './wait/plan';
import type { Asleep } from './wait/sleep';
import { withCustomFields } from './withCustomFields';

/** What became of one item: what it gives out, and the error if there is one. */
export interface ItemResult {
	items: INodeExecutionData[];
	error?: NodeApiError | NodeOperationError;
	identity?: RequestIdentity;
	/** Set where the execution is to sleep until the result of the call is there. */
	asleep?: Asleep;
}

/** Does for one item what its fields ask for. Never throws: what goes wrong is in the result. */
export async function executeItem(run: NodeRun, itemIndex: number): Promise<ItemResult> {
	let task: Task;
	try {
		task = await prepare(run, itemIndex);
	} catch (error) {
		return unprepared(run.context, error, itemIndex);
	}
	const outcome = await carryOut(run, task);
	if (Array.isArray(outcome)) {
		const items = outcome.map((call) => listedItem(call, task.provider, itemIndex));
		return { items };
	}
	if (outcome.kind !== 'done') return await failed(run, task, outcome);
	return await done(run, task, outcome);
}

/** Reads and checks all that an item asks for, before anything is sent. */
async function prepare(run: NodeRun, itemIndex: number): Promise<Task> {
	const { context, position } = run;
	const choice = choiceOf(run, itemIndex);
	const read = parameterReader(context, itemIndex);
	const asked = choice.operation.request(read);
	const limit = choice.operation.paging && limitOf(context, itemIndex);
	const known = await run.endpointOf(choice.connection);
	const wait = choice.waits ? await planWait(context, choice, known, itemIndex) : undefined;
	const request = withCustomFields(
		wait === undefined ? asked : withWebhook(choice.operation, asked, wait),
		choice,
	);
	const endpoint = wait === undefined ? known : withoutKeys(known, wait);
	requireReachable(request.eventsTo, endpoint.address);
	const item = context.getInputData()[itemIndex]?.json ?? {};
	const { provider, operation } = choice;
	const identity = identityOf(position, itemIndex, item, provider.id, operation, request);
	return { ...choice, itemIndex, read, limit, request, endpoint, identity, wait };
}

/** What is chosen in the form. */
function choiceOf(run: NodeRun, itemIndex: number): Choice {
	const { context } = run;
	const text = (name: string) => String(context.getNodeParameter(name, itemIndex, ''));
	const { provider, connection } = connectionOf(text('provider'), text('authentication'));
	const name = text('operation');
	const waits = name === CREATE_AND_WAIT;
	// It is a create, and then a wait.
	const operation = operationOf(connection, provider, waits ? 'create' : name, text('resource'));
	if (waits) checkCanWait(run, { operation, provider });
	return { provider, connection, operation, waits };
}

async function carryOut(run: NodeRun, task: Task) {
	const { operation } = task;
	if (!reads(operation)) return await executeOnce(run, task);
	if (operation.paging === undefined) return await read(run, task);
	return await readMany(run, task, operation.paging);
}

async function done(
	{ context }: NodeRun,
	{ operation, provider, itemIndex, identity, wait }: Task,
	outcome: Extract<Outcome, { kind: 'done' }>,
): Promise<ItemResult> {
	if (wait !== undefined) {
		const input = context.getInputData()[itemIndex].json;
		const { callId } = outcome.receipt;
		const item = itemWithoutResult(provider.id, String(callId), input, wait.inputField);
		return { items: [item], identity, asleep: { item, ...wait } };
	}
	const item = doneItem(outcome, operation.name, provider, itemIndex, whatOf(operation));
	const items = [await withFile(context, item, outcome.file, itemIndex)];
	return reads(operation) ? { items } : { items, identity };
}

async function failed(run: NodeRun, task: Task, outcome: Failure): Promise<ItemResult> {
	const { context, settings } = run;
	const { operation, provider, request, itemIndex, identity } = task;
	const status = await stateOf(run, task, outcome);
	const subject = {
		provider: provider.name,
		operation: operation.name,
		what: whatOf(operation),
		callId: request.callId,
		limits: operation.limits,
		remedies: task.connection.remedies,
		status,
		protectedFor: operation.idempotency && (operation.idempotency.lifetimeSeconds ?? Infinity),
		timeout: settings.timeout / 1000,
		waits: task.waits,
	};
	const error = failureError(context, outcome, subject, itemIndex);
	const facts = { ...aboutNode(context), callId: request.callId, status };
	return { items: [failedItem(error, outcome, facts, itemIndex)], error, identity };
}

function unprepared(context: IExecuteFunctions, problem: unknown, itemIndex: number): ItemResult {
	const error =
		problem instanceof BadInput
			? badInputError(context, problem, itemIndex)
			: new NodeOperationError(context.getNode(), problem as Error, { itemIndex });
	const facts = { ...aboutNode(context), callId: undefined, status: undefined };
	return { items: [failedItem(error, undefined, facts, itemIndex)], error };
}

function aboutNode(context: IExecuteFunctions) {
	const { onError, parameters } = context.getNode();
	return {
		provider: typeof parameters.provider === 'string' ? parameters.provider : '',
		toErrorOutput: onError === 'continueErrorOutput',
	};
}
