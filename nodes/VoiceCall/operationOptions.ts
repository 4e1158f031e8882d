import type { INodePropertyOptions } from 'n8n-workflow';
import type { Operation, OperationName, ResourceName } from '../providers/common/operation';
import { resourceOf } from './operations';

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
		action: 'Accept incoming call',
		description: 'Pick up a call that comes in',
	},
	cancel: {
		name: 'Cancel',
		value: 'cancel',
		action: 'Cancel call',
		description: 'Cancel a waiting call, or hang up where the provider can',
	},
	connect: {
		name: 'Connect',
		value: 'connect',
		action: 'Connect call',
		description: 'Connect a live call with another number',
	},
	create: {
		name: 'Create',
		value: 'create',
		action: 'Create call',
		description: 'Place a real call: it rings a person and costs money',
	},
	delete: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete call',
		description: 'Erase the data of a completed call permanently',
	},
	get: {
		name: 'Get',
		value: 'get',
		action: 'Get call',
		description: 'Retrieve the status and details of a call',
	},
	getMany: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many calls',
		description: 'Retrieve a list of calls',
	},
	getRecording: {
		name: 'Get Recording',
		value: 'getRecording',
		action: 'Get call recording',
		description: 'Download the recording of a call as a file',
	},
	getTranscript: {
		name: 'Get Transcript',
		value: 'getTranscript',
		action: 'Get call transcript',
		description: 'Retrieve what was said in a call',
	},
	hold: {
		name: 'Hold',
		value: 'hold',
		action: 'Put call on hold',
		description: 'Put a live call on hold',
	},
	play: {
		name: 'Play',
		value: 'play',
		action: 'Play text or prompt to call',
		description: 'Say a text or play a prompt in a live call',
	},
	record: {
		name: 'Record',
		value: 'record',
		action: 'Start recording call',
		description: 'Start recording a live call',
	},
	reject: {
		name: 'Reject',
		value: 'reject',
		action: 'Reject incoming call',
		description: 'Turn away a call that comes in',
	},
	resume: {
		name: 'Resume',
		value: 'resume',
		action: 'Resume call',
		description: 'Take a call off hold',
	},
	sendDigits: {
		name: 'Send Digits',
		value: 'sendDigits',
		action: 'Send digits to call',
		description: 'Press keys in a live call',
	},
	startAssistant: {
		name: 'Start Assistant',
		value: 'startAssistant',
		action: 'Start assistant in call',
		description: 'Let an AI assistant take over a live call',
	},
	stopAssistant: {
		name: 'Stop Assistant',
		value: 'stopAssistant',
		action: 'Stop assistant in call',
		description: 'Take a live call back from its AI assistant',
	},
	stopRecording: {
		name: 'Stop Recording',
		value: 'stopRecording',
		action: 'Stop recording call',
		description: 'Stop the recording of a live call',
	},
	update: {
		name: 'Update',
		value: 'update',
		action: 'Update call',
		description: 'Change a waiting call',
	},
};

/** How the form offers the operations on a broadcast: one request that calls many. */
const BROADCAST: Partial<Record<OperationName, INodePropertyOptions>> = {
	cancel: {
		name: 'Cancel',
		value: 'cancel',
		action: 'Cancel broadcast',
		description: 'Stop a broadcast',
	},
	create: {
		name: 'Create',
		value: 'create',
		action: 'Create broadcast',
		description: 'Place real calls to many numbers: each rings a person and costs money',
	},
};

/** How the form offers an operation. */
export function optionOf(operation: Operation): INodePropertyOptions {
	const offered = resourceOf(operation) === 'broadcast' ? BROADCAST : CALL;
	return offered[operation.name] ?? CALL[operation.name];
}
