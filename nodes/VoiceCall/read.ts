import type { IDataObject } from 'n8n-workflow';
import type { CallRequest, FileAnswer, Paging } from '../providers/common/action';
import { problemIn, saysFailure } from '../providers/common/problem';
import { policyOf } from './onceOnly/executeOnce';
import type { Answer, Failure, HttpFile, HttpResult, Outcome } from './outcome';
import { failureOf, objectIn, outcomeOf, unclear } from './outcomeOf';
import type { NodeRun, Task } from './task';
import { isSafeTarget } from './transport/endpoint';
import { withoutMembers } from './transport/redact';
import { send, sendTo } from './transport/send';
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

/** The file behind an answer: the answer itself, the target of a redirect, or an address that it names. */
async function readFile(
	{ context }: NodeRun,
	{ operation, request, endpoint }: Task,
	file: FileAnswer,
): Promise<Outcome> {
	const first = await send(context, endpoint, request, 'file');
	if (first.kind !== 'answered') return failureOf(first, operation) as Failure;
	const { answer } = first;
	const target = targetOf(answer, file);
	if (target === null) return unclear(answer.status, 'an answer that names no file');
	if (target === undefined) {
		return failureOf(first, operation) ?? fileIn(answer, request, file, {});
	}
	if (!isSafeTarget(target, endpoint)) {
		return unclear(answer.status, 'the address of a file that is not a safe web address');
	}
	const url = new URL(target, endpoint.address).href;
	const second = await sendTo(context, endpoint, url, { method: 'GET', as: 'file' });
	const body = objectIn(answer.json) ?? {};
	return failureOf(second, operation) ?? fileIn(answerIn(second), request, file, body);
}

/**
 * Where the file is.
 *
 * @returns `undefined` when the answer is the file or a failure, `null` when it should name one and does not
 */
function targetOf(answer: Answer, file: FileAnswer): string | null | undefined {
	const { status, location, json } = answer;
	if (status >= 300 && status < 400) return location;
	if (file.address === undefined || status < 200 || status >= 300) return undefined;
	const body = objectIn(json);
	return body === undefined ? null : file.address(body);
}

function fileIn(
	{ status, file: content, contentType, json }: Answer,
	{ callId }: CallRequest,
	{ name, mimeType }: FileAnswer,
	response: IDataObject,
): Outcome {
	if (content === undefined || content.length === 0) return unclear(status, 'an empty answer');
	if (json !== undefined) {
		const body = objectIn(json);
		if (body === undefined || !saysFailure(body)) {
			return unclear(status, 'an answer that is JSON and no file');
		}
		return { kind: 'refused', status, problem: problemIn(body), response: body };
	}
	const isGeneral = contentType === '' || contentType === 'application/octet-stream';
	const held: HttpFile = {
		content,
		name: name(callId ?? 'call'),
		mimeType: isGeneral ? mimeType : contentType,
	};
	const receipt = { callId: callId ?? null, status: null, message: null };
	return { kind: 'done', receipt, response, file: held };
}

function answerIn(result: HttpResult): Answer {
	return (result as Extract<HttpResult, { kind: 'answered' }>).answer;
}
