import type { INodePropertyOptions } from 'n8n-workflow';
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

/** How the form offers what the operations are about. */
export const RESOURCES: Record<ResourceName, INodePropertyOptions> = {
	broadcast: { name: 'Broadcast', value: 'broadcast' },
	call: { name: 'Call', value: 'call' },
};

/** How the form offers the operations on a call; a provider's connection says which of them it has. */
const CALL: Record<OperationName, INodePropertyOptions> = {
	accept: {
		name: 'Accept',
		value: 'accept',
		action: 'Accept an incoming call',
		description: 'Answer a call that comes in',
	},
	cancel: {
		name: 'Cancel',
		value: 'cancel',
		action: 'Cancel a call',
		description: 'Cancel a call that waits, or hang up where the provider can',
	},
	connect: {
		name: 'Connect',
		value: 'connect',
		action: 'Connect a call',
		description: 'Connect a live call with another number',
	},
	create: {
		name: 'Create',
		value: 'create',
		action: 'Create a call',
		description: 'Place a real call: it rings a person and costs money',
	},
	delete: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete a call',
		description: 'Erase the personal data of a completed call, for good',
	},
	get: {
		name: 'Get',
		value: 'get',
		action: 'Get a call',
		description: 'Read status and details of a call',
	},
	getMany: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many calls',
		description: 'List calls',
	},
	getRecording: {
		name: 'Get Recording',
		value: 'getRecording',
		action: 'Get the recording of a call',
		description: 'Download the recording of a call as a file',
	},
	getTranscript: {
		name: 'Get Transcript',
		value: 'getTranscript',
		action: 'Get the transcript of a call',
		description: 'Read what was said in a call',
	},
	hold: {
		name: 'Hold',
		value: 'hold',
		action: 'Put a call on hold',
		description: 'Put a live call on hold',
	},
	play: {
		name: 'Play',
		value: 'play',
		action: 'Play to a call',
		description: 'Say a text or play a prompt in a live call',
	},
	record: {
		name: 'Record',
		value: 'record',
		action: 'Record a call',
		description: 'Start to record a live call',
	},
	resume: {
		name: 'Resume',
		value: 'resume',
		action: 'Resume a call',
		description: 'Take a call off hold',
	},
	stopRecording: {
		name: 'Stop Recording',
		value: 'stopRecording',
		action: 'Stop recording a call',
		description: 'Stop the recording of a live call',
	},
	update: {
		name: 'Update',
		value: 'update',
		action: 'Update a call',
		description: 'Change a call that waits',
	},
};

/** How the form offers the operations on a broadcast: one request that calls many. */
const BROADCAST: Partial<Record<OperationName, INodePropertyOptions>> = {
	cancel: {
		name: 'Cancel',
		value: 'cancel',
		action: 'Cancel a broadcast',
		description: 'Stop a broadcast',
	},
	create: {
		name: 'Create',
		value: 'create',
		action: 'Create a broadcast',
		description: 'Place real calls to many numbers: each rings a person and costs money',
	},
};

/** How the form offers an operation. */
export function optionOf(operation: Operation): INodePropertyOptions {
	const offered = resourceOf(operation) === 'broadcast' ? BROADCAST : CALL;
	return offered[operation.name] ?? CALL[operation.name];
}
