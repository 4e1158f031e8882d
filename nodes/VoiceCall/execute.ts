import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { attemptsOf, positionOf } from './onceOnly/attempts';
import { executeItem, type ItemResult } from './executeItem';
import { createRateLimit } from './transport/rateLimit';
import { createEndpoints } from './transport/endpoint';
import type { NodeRun } from './task';
import { readSettings } from './options';
import { fallAsleep } from './wait/sleep';

/**
 * Does for every item what its fields ask for: one after the other, or as many side by side as the
 * options say. The output is in the order of the input.
 *
 * @throws NodeApiError, NodeOperationError for the first item that failed, once nothing is under way
 *   any more, unless the node is set to continue
 */
export async function execute(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	if (items.length === 0) return [[]];
	const signal = context.getExecutionCancelSignal?.();
	const settings = readSettings(context);
	const run: NodeRun = {
		context,
		position: positionOf(context),
		settings,
		attempts: attemptsOf(context),
		rateLimit: createRateLimit(signal),
		signal,
		endpointOf: createEndpoints(context, settings.timeout),
	};

	const results = await executeAll(run, items.length, context.continueOnFail());
	const failed = results.findIndex((result) => result?.error !== undefined);
	if (failed === -1) {
		run.attempts.forget(results.flatMap((result) => result?.identity ?? []));
	} else if (!context.continueOnFail()) {
		throw withOthers(results, failed);
	}
	const asleep = results.find((result) => result?.asleep !== undefined)?.asleep;
	if (asleep !== undefined) await fallAsleep(context, asleep);
	return [results.flatMap((result) => result?.items ?? [])];
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
