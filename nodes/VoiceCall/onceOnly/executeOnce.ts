import type { CallRequest, Idempotency, Operation } from '../../providers/common/action';
import type { CallStatus } from '../../providers/common/event';
import { reads } from '../operations';
import { failureOf, objectIn, outcomeOf } from '../outcomeOf';
import { EARLIER_ATTEMPT, type Outcome } from '../outcome';
import type { HttpResult } from '../../transport/httpResult';
import type { NodeRun, Task } from '../task';
import { isSafeTarget } from '../../transport/endpoint';
import { send, sendTo } from '../../transport/send';
import { sendWithRetries, type RetryPolicy } from '../transport/sendWithRetries';
import { idempotencyKeyOf } from './idempotencyKey';

/** Answers that have nothing to do with the state of the call. */
const UNRELATED = new Set([401, 402, 403]);

/** In milliseconds: how much earlier a key may be forgotten than we reckon, for requests take their time. */
const ON_THE_WAY = 5000;

/** Carries out a task that changes something, once: what this execution did before is not done again. */
export async function executeOnce(run: NodeRun, task: Task): Promise<Outcome> {
	const { context, attempts } = run;
	const { operation, request, identity } = task;
	const { idempotency, repeatable } = operation;
	const isProtected = idempotency !== undefined;
	const keyLifetime = keyLifetimeOf(idempotency);

	const before = attempts.recall(identity, keyLifetime);
	if (before?.kind === 'done') return before.outcome;
	if (before !== undefined && before.key === undefined && !repeatable) return EARLIER_ATTEMPT;

	// The key of an unclear attempt first: one that a person chose by an expression may be another now.
	const key = isProtected
		? before?.key || request.idempotencyKey || idempotencyKeyOf(context, identity)
		: undefined;
	// What leaves again under a key has to be the same: its fields may be others by now.
	const keyed = withKey({ ...request, body: before?.body ?? request.body }, operation, key);

	const sentAt = before?.sentAt ?? Date.now();
	// The body of a call that is waited for holds its secret.
	const body = key === undefined || task.wait !== undefined ? undefined : keyed.body;
	attempts.begin(identity, { key, body, sentAt });
	const outcome = await sendWithRetries(
		async () => await attempt(run, task, keyed),
		{
			...policyOf(run, operation),
			repeatable: repeatable || isProtected,
			repeatableUntil: repeatable ? Infinity : sentAt + keyLifetime,
			places: operation.name === 'create' || request.callee !== undefined,
		},
		before === undefined ? undefined : EARLIER_ATTEMPT,
	);
	attempts.settle(identity, outcome);
	return outcome;
}

/** Sends the request once: to the provider, or to the address that the provider gives for this call. */
async function attempt({ context }: NodeRun, task: Task, request: CallRequest): Promise<Outcome> {
	const { operation, endpoint } = task;
	const { control } = operation;
	if (control === undefined || request.callId === undefined) {
		return outcomeOf(await send(context, endpoint, request), task);
	}
	const inquiry = await send(context, endpoint, control.inquiry(request.callId));
	const failure = failureOf(inquiry, { name: 'get' });
	if (failure?.kind === 'unclear') return { kind: 'notSent', code: failure.code, mayPass: true };
	if (failure !== undefined) return failure;
	const { answer } = inquiry as Extract<HttpResult, { kind: 'answered' }>;
	const address = control.address(objectIn(answer.json) ?? {});
	if (address === null || !isSafeTarget(address, endpoint)) {
		const message =
			'It names no address for commands to this call; it may be over, or not be live yet.';
		const problem = { code: null, message };
		return { kind: 'refused', status: answer.status, problem, response: objectIn(answer.json) };
	}
	const { body } = request;
	const result = await sendTo(context, endpoint, address, { method: 'POST', body, as: 'json' });
	return outcomeOf(result, task);
}

/** How requests of an operation are repeated; one that changes something has more to say. */
export function policyOf(
	{ settings, rateLimit, signal }: NodeRun,
	{ repeatable }: Operation,
): RetryPolicy {
	const { maxWait } = settings;
	return { repeatable, repeatableUntil: Infinity, places: false, maxWait, rateLimit, signal };
}

/** In milliseconds: how long a key can be relied on. */
function keyLifetimeOf(idempotency: Idempotency | undefined): number {
	const seconds = idempotency?.lifetimeSeconds;
	return seconds === undefined ? Infinity : seconds * 1000 - ON_THE_WAY;
}

/** The request with its idempotency key where the provider reads it. */
function withKey(
	request: CallRequest,
	{ idempotency }: Operation,
	key: string | undefined,
): CallRequest {
	if (idempotency === undefined || key === undefined) return request;
	if ('member' in idempotency) {
		return { ...request, body: { ...request.body, [idempotency.member]: key } };
	}
	return { ...request, headers: { ...request.headers, [idempotency.header]: key } };
}

/** Where a call stands that the provider refused to change, if it can be asked without harm. */
export async function stateOf(
	{ context }: NodeRun,
	{ operation, request, endpoint }: Task,
	outcome: Outcome,
): Promise<CallStatus | undefined> {
	const { inquiry, receipt } = operation;
	if (outcome.kind !== 'refused' || UNRELATED.has(outcome.status)) return undefined;
	if (inquiry === undefined || request.callId === undefined || reads(operation)) return undefined;
	const result = await send(context, endpoint, inquiry(request.callId));
	if (result.kind !== 'answered' || result.answer.status !== 200) return undefined;
	const { status } = receipt(objectIn(result.answer.json) ?? {});
	return status === null || status === 'unknown' ? undefined : status;
}
