import type { OperationName } from '../../providers/common/action';

/** For each operation what is done: the verb, and its past; `{call}` is the call it is done to. */
const VERBS: Record<OperationName, readonly [verb: string, past: string]> = {
	accept: ['accept {call}', 'accepted {call}'],
	cancel: ['cancel {call}', 'canceled {call}'],
	connect: ['connect {call}', 'connected {call}'],
	create: ['place {call}', 'placed {call}'],
	delete: ['delete {call}', 'deleted {call}'],
	get: ['give {call}', 'gave {call}'],
	getMany: ['list calls', 'listed calls'],
	getRecording: ['give the recording of {call}', 'gave the recording of {call}'],
	getTranscript: ['give the transcript of {call}', 'gave the transcript of {call}'],
	hold: ['hold {call}', 'held {call}'],
	play: ['play to {call}', 'played to {call}'],
	record: ['record {call}', 'began to record {call}'],
	reject: ['reject {call}', 'rejected {call}'],
	resume: ['resume {call}', 'resumed {call}'],
	sendDigits: ['send digits to {call}', 'sent digits to {call}'],
	startAssistant: ['start the assistant in {call}', 'started the assistant in {call}'],
	stopAssistant: ['stop the assistant in {call}', 'stopped the assistant in {call}'],
	stopRecording: ['stop the recording of {call}', 'stopped the recording of {call}'],
	update: ['change {call}', 'changed {call}'],
};

/** What was to be done, e.g. `place the call`. */
export function verb(operation: OperationName, call = 'the call'): string {
	return VERBS[operation][0].replace('{call}', () => call);
}

/** What was done, e.g. `placed the call`. */
export function past(operation: OperationName, call = 'the call'): string {
	return VERBS[operation][1].replace('{call}', () => call);
}

/** A sentence for something that went well, where the provider has none of its own. */
export function doneText(operation: OperationName, provider: string, what = 'the call'): string {
	if (operation === 'create') return `${provider} accepted ${what}`;
	return operation === 'get' ? `${provider} knows the call` : `${provider} ${past(operation)}`;
}
