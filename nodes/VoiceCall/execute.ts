import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { attemptsOf } from './onceOnly/attempts';
import { positionOf } from './onceOnly/identity';
import { executeItem, type ItemResult } from './executeItem';
import { createRateLimit } from './transport/rateLimit';
import { createEndpoints } from '../transport/endpoint';
import type { NodeRun } from './task';
import { readSettings } from './options';
import { fallAsleep } from './wait/sleep';

/**
 * Does for every item what its fields ask for: one after the other, or as many side by side as the
 * options say. The output is in the order of the input.
 *
 * @throws NodeApiError, NodeOperationError for the first item that failed, once nothing is under way
 *   any more, unless the node is set to continue, or is a tool
 */
export async function execute(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	if (items.length === 0) return [[]];
	const signal = context.getExecutionCancelSignal?.();
	const settings = readSettings(context);
	const position = positionOf(context);
	const run: NodeRun = {
		context,
		position,
		settings,
		attempts: attemptsOf(context, position),
		rateLimit: createRateLimit(signal),
		signal,
		endpointOf: createEndpoints(context, settings.timeout),
	};

	const goesOn = goesOnAfterFailure(run);
	const results = await executeAll(run, items.length, goesOn);
	const failed = results.findIndex((result) => result?.error !== undefined);
	const asleep = results.find((result) => result?.asleep !== undefined)?.asleep;
	if (asleep !== undefined) await fallAsleep(context, asleep);
	if (failed === -1) {
		run.attempts.forget(results.flatMap((result) => result?.identity ?? []));
	} else if (!goesOn) {
		throw withOthers(results, failed);
	}
	return [results.flatMap((result) => result?.items ?? [])];
}

/**
 * Whether failures are given out as items. An agent is told of an error no more than its message, and by
 * some versions nothing at all: what its tool has to tell has to be an item.
 */
function goesOnAfterFailure({ context, position }: NodeRun): boolean {
	return (
		context.continueOnFail() || (position.isTool && context.getNode().onError !== 'stopWorkflow')
	);
}

/** Runs through the items with so many workers; none starts another item after a failure or a stop. */
async function executeAll(
	run: NodeRun,
	count: number,
	goesOn: boolean,
): Promise<Array<ItemResult | undefined>> {
	const results = new Array<ItemResult | undefined>(count).fill(undefined);
	let next = 0;
	let hasFailed = false;
	const work = async () => {
		while (next < count && !run.signal?.aborted && (goesOn || !hasFailed)) {
			const index = next++;
			const result = await executeItem(run, index);
			results[index] = result;
			if (result.error !== undefined) hasFailed = true;
		}
	};
	const workers = Math.min(run.settings.concurrency, count);
	await Promise.all(Array.from({ length: workers }, work));
	return results;
}

/** The error of an item, which also says what became of the others. */
function withOthers(results: Array<ItemResult | undefined>, failed: number) {
	const error = results[failed]?.error;
	const done = results.filter((result) => result !== undefined && result.error === undefined);
	if (error !== undefined && done.length > 0) {
		const many = done.length === 1 ? '1 other item' : `${done.length} other items`;
		error.description = `${error.description ?? ''} ${many} went through before; a retry of this execution does not send them again.`;
	}
	return error;
}
