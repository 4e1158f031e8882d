import { createHash, randomUUID } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import type { Position, Slot } from './attempts';

/**
 * The key under which a provider places a call once, however often the request reaches it. It is
 * the same for the same execution, node, run, item and request, so that a repeated run of the node
 * in one execution cannot place the call again, and different for everything else.
 */
export function idempotencyKeyOf(
	context: IExecuteFunctions,
	{ runIndex }: Position,
	itemIndex: number,
	{ fingerprint }: Slot,
): string {
	const execution = context.getExecutionId() ?? randomUUID();
	const { id } = context.getNode();
	const parts = [execution, id, runIndex, itemIndex, fingerprint];
	return `n8n-${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40)}`;
}
