import type { CallStatus } from '../../providers/common/event';
import { deliver } from '../transport/sendWithRetries';
import { idempotencyKeyOf } from './idempotencyKey';
import { judge } from '../outcomeOf';
import { EARLIER_ATTEMPT, type Outcome } from '../outcome';
import type { Run, Task } from '../task';
import { send } from '../transport/send';

/** Answers that have nothing to do with the state of the call. */
const UNRELATED = new Set([401, 402, 403]);

/** Carries a task out, once: what this execution did before is not done again. */
export async function settle(run: Run, task: Task): Promise<Outcome> {
	const { context, position, attempts, settings, gate, signal } = run;
	const { job, request, line, slot } = task;
	const { operation, connection } = job;
	const changes = operation.name !== 'get';

	const before = changes ? attempts.recall(slot) : undefined;
	if (before?.kind === 'done') return before.outcome;
	const header =
		operation.idempotency !== undefined && 'header' in operation.idempotency
			? operation.idempotency.header
			: undefined;
	const mayRepeat = operation.repeatable || header !== undefined;
	if (before?.kind === 'unclear' && !mayRepeat) return EARLIER_ATTEMPT;

	const key =
		header === undefined
			? undefined
			: request.idempotencyKey ||
				before?.key ||
				idempotencyKeyOf(context, position, task.itemIndex, slot);
	const keyed =
		header === undefined || key === undefined
			? request
			: { ...request, headers: { ...request.headers, [header]: key } };

	if (changes) attempts.begin(slot, key);
	const outcome = await deliver(
		async () => judge(await send(context, line, keyed), request, operation, connection),
		{
			repeatable: mayRepeat,
			places: operation.name === 'create',
			maxWait: settings.maxWait,
			gate,
			signal,
		},
		before === undefined ? undefined : EARLIER_ATTEMPT,
	);
	if (changes) attempts.settle(slot, outcome);
	return outcome;
}

/** Where a call stands that the provider refused to change, if it can be asked without harm. */
export async function stateOf(
	{ context }: Run,
	{ job, request, line }: Task,
	outcome: Outcome,
): Promise<CallStatus | undefined> {
	const { inquiry, receipt } = job.operation;
	if (outcome.kind !== 'refused' || UNRELATED.has(outcome.status)) return undefined;
	if (inquiry === undefined || request.callId === undefined) return undefined;
	const sent = await send(context, line, inquiry(request.callId));
	if (sent.kind !== 'answered' || sent.answer.status !== 200) return undefined;
	const status = receipt(sent.answer.body ?? {}).status;
	return status === null || status === 'unknown' ? undefined : status;
}
