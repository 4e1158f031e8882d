import { createHash, randomUUID } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import type { RequestIdentity } from './identity';

/**
 * The key under which a provider places a call once, however often the request reaches it. It is
 * the same for the same execution, node, run and item, whatever the fields evaluate to, so that a
 * repeated run of the node in one execution cannot place the call again. A tool of an agent gets a new
 * run for each call of it, and several at once may share one: there who is called counts as well. What
 * it tries again goes out under the key that the unclear attempt had, which is remembered.
 */
export function idempotencyKeyOf(
	context: IExecuteFunctions,
	{ position, held }: RequestIdentity,
): string {
	const execution = context.getExecutionId() ?? randomUUID();
	// Nodes of a workflow that was written by hand may lack IDs, or share one.
	const { id, name } = context.getNode();
	const text = JSON.stringify([execution, id, name, position, held]);
	return `n8n-${createHash('sha256').update(text).digest('hex').slice(0, 40)}`;
}
