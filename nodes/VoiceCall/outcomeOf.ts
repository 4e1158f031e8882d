import type { IDataObject } from 'n8n-workflow';
import type { CallRequest, Operation, Receipt } from '../providers/common/action';
import { isNoId } from '../providers/common/callId';
import type { SuccessAnswer } from '../providers/common/request';
import { problemIn, type Problem } from '../providers/common/problem';
import { textAt, truthAt } from '../providers/common/reading';
import { saysFailure } from '../providers/common/saysFailure';
import { withoutMembers } from '../providers/common/secretMembers';
import { isObject } from '../verification/json';
import { reads } from './operations';
import type { Failure, Outcome } from './outcome';
import type { Answer, HttpResult } from '../transport/httpResult';
import type { Task } from './task';

const NO_PROBLEM: Problem = { code: null, message: null };

/** Where a new call stands that the provider took note of and does not place. */
const NOT_PLACED = new Set<Receipt['status']>(['blocked', 'canceled', 'failed']);

/** The same in plain words, where a provider documents no such status. */
const FAILED = /^\s*failed\s*$/i;

/** The part of a task that says what an answer means. */
type Asked = Pick<Task, 'connection' | 'operation' | 'request'>;

/**
 * What a request's fate means for the call. Only a clear no counts as one: an answer that could
 * have been given after the call was placed leaves it unclear.
 */
export function outcomeOf(result: HttpResult, asked: Asked): Outcome {
	const failure = failureOf(result, asked.operation);
	if (failure !== undefined) return failure;
	return doneOrNot(answerIn(result), asked);
}

/** The answer of a request that is no failure. */
export function answerIn(result: HttpResult): Answer {
	return (result as Extract<HttpResult, { kind: 'answered' }>).answer;
}

/** What is wrong with a request by its fate alone; `undefined` for an answer with a status of success. */
export function failureOf(
	result: HttpResult,
	operation: Pick<Operation, 'name'>,
): Failure | undefined {
	if (result.kind === 'notSent') return result;
	if (result.kind === 'silent') return { kind: 'unclear', code: result.code, problem: NO_PROBLEM };

	const { answer } = result;
	const { status } = answer;
	if (status >= 200 && status < 300) return undefined;
	const body = objectIn(answer.json);
	const problem = body === undefined ? NO_PROBLEM : problemIn(body);
	if (status === 429) return { kind: 'limited', problem, retryAfter: answer.retryAfter };
	// 408: the server gave up waiting, perhaps in the middle. A redirect may be what the server does
	// after it has acted; 307 and 308 say that it did not.
	const mayHaveActed =
		status >= 500 || status === 408 || (status >= 300 && status < 307 && !reads(operation));
	if (mayHaveActed) return unclear(status, `HTTP ${status}`, problem);
	return { kind: 'refused', status, problem, response: body };
}

function doneOrNot(
	{ status, json, exact, isEmpty }: Answer,
	{ connection, operation, request }: Asked,
): Outcome {
	const body = objectIn(json);
	const isReading = reads(operation);
	if (body === undefined && (isReading || status !== 204)) {
		return unclear(status, isEmpty ? 'an empty answer' : 'an answer that is not JSON');
	}
	const response = withoutMembers(body ?? {}, connection.controlMembers ?? []);
	const receipt = withKnownId(operation.receipt(objectIn(exact) ?? response));
	const creates = operation.name === 'create';
	const isFailure =
		connection.isFailure(response, operation.name) ||
		(creates && (NOT_PLACED.has(receipt.status) || FAILED.test(textAt(response, 'status') ?? '')));
	// A call that was read may well have failed; an answer that is no call has.
	const isCall = isReading && receipt.callId !== null;
	const seemsFailure = !isCall && saysFailure(response, operation.name);
	const problem = problemIn(response);
	// A call that has an ID may well be placed, whatever else an answer says that nobody documents.
	if (!isFailure && seemsFailure && creates && receipt.callId !== null) {
		return unclear(status, 'an answer with a call ID and an error', problem);
	}
	if (isFailure || seemsFailure) return { kind: 'refused', status, problem, response: body };
	const callId = receipt.callId ?? (isReading ? null : (request.callId ?? null));
	if (callId === null) return unclear(status, 'an answer without a call ID');
	const isDone = operation.isDone ?? (operation.name === 'cancel' ? isOver : isEvident);
	if (!isReading && !isDone({ status, body }, request, receipt)) {
		return unclear(status, 'an answer that does not say that it was done');
	}
	return { kind: 'done', receipt: { ...receipt, callId }, response };
}

/** What is written where there is no ID names no call. */
function withKnownId(receipt: Receipt): Receipt {
	const { callId } = receipt;
	return callId !== null && isNoId(callId) ? { ...receipt, callId: null } : receipt;
}

/**
 * Whether an answer says that it was done: it names the call, or where the call stands now, or it says so
 * in a word of its own. 204 has no body to say more.
 */
function isEvident(
	{ status, body }: SuccessAnswer,
	{ callId }: CallRequest,
	receipt: Receipt,
): boolean {
	if (status === 204) return true;
	if (receipt.callId !== null) return callId === undefined || receipt.callId === callId;
	if (receipt.status !== null && receipt.status !== 'unknown') return true;
	return truthAt(body ?? {}, 'success') === true;
}

/** The states in which a call is over. */
const OVER = new Set<Receipt['status']>(['busy', 'canceled', 'completed', 'failed', 'no-answer']);

/** The same for a cancel: an answer that says that the call goes on, or nothing that we know, is none. */
function isOver(...[answer, request, receipt]: Parameters<typeof isEvident>): boolean {
	const isGoingOn = receipt.status !== null && !OVER.has(receipt.status);
	return !isGoingOn && isEvident(answer, request, receipt);
}

/** An outcome that nobody knows, with what came in place of a clear answer. */
export function unclear(status: number, code: string, problem: Problem = NO_PROBLEM) {
	return { kind: 'unclear', status, code, problem } as const;
}

/** The value if it is a JSON object. */
export function objectIn(value: unknown): IDataObject | undefined {
	return isObject(value) ? (value as IDataObject) : undefined;
}
