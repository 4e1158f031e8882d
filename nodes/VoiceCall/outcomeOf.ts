import type { CallRequest, Connection, Operation } from '../providers/common/action';
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
	return { kind: 'refused', status, problem, response: body };
}

function judgeSuccess(
	{ status, body, isEmpty }: Answer,
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
	const changes = operation.name === 'cancel' || operation.name === 'delete';
	if (body === undefined && !(isEmpty && changes)) return unreadable('an answer that is not JSON');

	const response = body ?? {};
	const isRefused = operation.name !== 'get' && saysFailure(response);
	if (isRefused || connection.isFailure(response, operation.name)) {
		return { kind: 'refused', status, problem: problemIn(response), response: body };
	}
	const receipt = operation.receipt(response);
	const callId = receipt.callId ?? request.callId ?? null;
	if (callId === null) return unreadable('an answer without a call ID');
	return { kind: 'done', receipt: { ...receipt, callId }, response };
}
