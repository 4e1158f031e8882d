import type { CallRequest, Connection, Operation, Receipt } from '../providers/common/action';
import type { SuccessAnswer } from '../providers/common/request';
import { problemIn, saysFailure, type Problem } from '../providers/common/problem';
import type { Answer, Outcome, Sent } from './outcome';

const NO_PROBLEM: Problem = { code: null, message: null };

/**
 * What a request's fate means for the call. Only a clear no counts as one: an answer that could
 * have been given after the call was placed leaves it unclear.
 */
export function judge(
	sent: Sent,
	request: CallRequest,
	operation: Operation,
	connection: Connection,
): Outcome {
	if (sent.kind === 'notSent') return sent;
	if (sent.kind === 'silent') return { kind: 'unclear', code: sent.code, problem: NO_PROBLEM };

	const { answer } = sent;
	const { status, body } = answer;
	const problem = body === undefined ? NO_PROBLEM : problemIn(body);
	if (status === 429) return { kind: 'limited', problem, retryAfter: answer.retryAfter };
	if (status >= 200 && status < 300) return judgeSuccess(answer, request, operation, connection);
	// 408: the server gave up waiting, perhaps in the middle.
	if (status >= 500 || status === 408)
		return { kind: 'unclear', status, code: `HTTP ${status}`, problem };
	// A redirect may be what the server does after it has acted; 307 and 308 say that it did not.
	const mayHaveActed = status >= 300 && status < 307 && operation.name !== 'get';
	if (mayHaveActed) return { kind: 'unclear', status, code: `HTTP ${status}`, problem };
	return { kind: 'refused', status, problem, response: body };
}

function judgeSuccess(
	{ status, body, exact, isEmpty }: Answer,
	request: CallRequest,
	operation: Operation,
	connection: Connection,
): Outcome {
	const unreadable = (code: string): Outcome => ({
		kind: 'unclear',
		status,
		code,
		problem: NO_PROBLEM,
	});
	const reads = operation.name === 'get';
	if (body === undefined && (reads || status !== 204)) {
		return unreadable(isEmpty ? 'an empty answer' : 'an answer that is not JSON');
	}
	const response = body ?? {};
	if ((!reads && saysFailure(response)) || connection.isFailure(response, operation.name)) {
		return { kind: 'refused', status, problem: problemIn(response), response: body };
	}
	const receipt = operation.receipt(exact ?? response);
	const callId = receipt.callId ?? request.callId ?? null;
	if (callId === null) return unreadable('an answer without a call ID');
	const isDone = operation.isDone ?? isEvident;
	if (!reads && !isDone({ status, body }, request, receipt)) {
		return unreadable('an answer that does not say that it was done');
	}
	return { kind: 'done', receipt: { ...receipt, callId }, response };
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
	return body?.success === true || body?.success === 'true';
}
