import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { callEvent, type CallEvent } from '../../providers/common/event';

/** What an item holds while its execution sleeps, and when the time is up. */
export interface AsleepFields extends IDataObject {
	callId: string;
}

/** The member of a sleeping item, beside its JSON, with what the form said of the proof. */
export const PROOF = 'voiceCallProof';

/** The fields of the output besides the input's. */
export const RESULT_FIELDS: ReadonlySet<string> = new Set([
	'provider',
	'callId',
	'status',
	'timedOut',
	'event',
	'call',
	'delivery',
	'payload',
]);

/**
 * The item of a call without a result, in the form of one that has a result. n8n passes it on as it is when
 * the time is up.
 */
export function itemWithoutResult(
	provider: string,
	callId: string,
	input: IDataObject,
	inputField: string,
): INodeExecutionData {
	const { call } = callEvent(
		{ id: null, type: 'none', occurredAt: null },
		{ id: callId, status: 'unknown' },
	);
	const json: AsleepFields = {
		provider,
		callId,
		status: 'unknown',
		timedOut: true,
		event: null,
		call,
		delivery: null,
		payload: null,
		[inputField]: input,
	};
	return { json, pairedItem: { item: 0 } };
}

/**
 * The item of a call with its result.
 *
 * @param asleep the item as it was put to sleep
 * @param received the trigger's item for the event
 */
export function itemWithResult(
	asleep: AsleepFields,
	{ call }: CallEvent,
	{ json }: INodeExecutionData,
): INodeExecutionData {
	return {
		json: { ...asleep, status: call.status, timedOut: false, ...json },
		pairedItem: { item: 0 },
	};
}
