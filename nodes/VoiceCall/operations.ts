import type { Operation, OperationName, ResourceName } from '../providers/common/operation';

/** Operations that change nothing: they may be sent again, and need no memory. */
const READING: ReadonlySet<OperationName> = new Set([
	'get',
	'getMany',
	'getRecording',
	'getTranscript',
]);

/** Whether an operation only reads. */
export function reads({ name }: Pick<Operation, 'name'>): boolean {
	return READING.has(name);
}

/** The resource that an operation is about. */
export function resourceOf({ resource }: Operation): ResourceName {
	return resource ?? 'call';
}

/** What an operation is done to, in a sentence. */
export function whatOf(operation: Operation): string {
	return `the ${resourceOf(operation)}`;
}
