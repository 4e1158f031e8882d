import { createHash, randomUUID } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import type { Position, RequestIdentity } from './attempts';

/**
 * The key under which a provider places a call once, however often the request reaches it. It is
 * the same for the same execution, node, run and item, whatever the fields evaluate to, so that a
 * repeated run of the node in one execution cannot place the call again. A tool of an agent gets a new
 * run for each try: there who is called stands in place of the run.
 */
export function idempotencyKeyOf(
	context: IExecuteFunctions,
	{ runIndex, isTool }: Position,
	itemIndex: number,
	{ fingerprint }: RequestIdentity,
): string {
	const execution = context.getExecutionId() ?? randomUUID();
	const { id } = context.getNode();
	const parts = [execution, id, ...(isTool ? [fingerprint] : [runIndex, itemIndex])];
	return `n8n-${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40)}`;
}
