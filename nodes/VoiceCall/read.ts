import type { Paging } from '../providers/common/action';
import { withoutMembers } from '../providers/common/secretMembers';
import { policyOf } from './onceOnly/executeOnce';
import type { Failure, Outcome } from './outcome';
import type { HttpResult } from '../transport/httpResult';
import { answerIn, failureOf, outcomeOf, unclear } from './outcomeOf';
import { readFile } from './readFile';
import type { NodeRun, Task } from './task';
import { send } from '../transport/send';
import { sendWithRetries } from './transport/sendWithRetries';

/** Entries that are asked for at once where all are wanted. */
const PAGE_SIZE = 100;
/** A provider whose list never ends is left after so many pages. */
const MOST_PAGES = 10_000;

type Done = Extract<Outcome, { kind: 'done' }>;
type Page = { kind: 'page'; calls: Done[]; next: string | undefined };

/** Reads what an item asks for: a call, its transcript, its recording. Reading may be repeated. */
export async function read(run: NodeRun, task: Task): Promise<Outcome> {
	const { operation, request, endpoint } = task;
	return await sendWithRetries(
		async () => {
			if (operation.file !== undefined) return await readFile(run, task, operation.file);
			return outcomeOf(await send(run.context, endpoint, request), task);
		},
		policyOf(run, operation),
	);
}

/** Lists calls page by page, as many as are wanted. */
export async function readMany(
	run: NodeRun,
	task: Task,
	paging: Paging,
): Promise<Done[] | Failure> {
	const limit = task.limit ?? Infinity;
	const calls: Done[] = [];
	let next: string | undefined;
	for (let pages = 0; pages < MOST_PAGES; pages += 1) {
		const wanted = Math.min(PAGE_SIZE, limit - calls.length);
		const request = paging.request(task.read, wanted, next);
		const after = next;
		const page = await sendWithRetries(
			async () => pageOf(await send(run.context, task.endpoint, request), task, paging, after),
			policyOf(run, task.operation),
		);
		if (page.kind !== 'page') return page;
		calls.push(...page.calls);
		const isOver = page.next === undefined || page.next === next || page.calls.length === 0;
		if (isOver || calls.length >= limit) break;
		next = page.next;
	}
	return calls.slice(0, limit);
}

function pageOf(
	result: HttpResult,
	{ connection, operation }: Task,
	paging: Paging,
	after: string | undefined,
): Page | Failure {
	const failure = failureOf(result, operation);
	if (failure !== undefined) return failure;
	const { status, json, exact, isEmpty } = answerIn(result);
	if (json === undefined) {
		return unclear(status, isEmpty ? 'an empty answer' : 'an answer that is not JSON');
	}
	const page = paging.page(json, after);
	if (page === undefined) return unclear(status, 'an answer that is not a list');
	const exactly = paging.page(exact, after)?.calls ?? page.calls;
	const calls = page.calls.map((call, index): Done => {
		const receipt = operation.receipt(exactly[index] ?? call);
		const response = withoutMembers(call, connection.controlMembers ?? []);
		return { kind: 'done', receipt, response };
	});
	return { kind: 'page', calls, next: page.next };
}
