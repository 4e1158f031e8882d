import type { EventType } from '../common/provider';

/**
 * The event types that Mirai Minds v1 documents.
 *
 * @see https://docs.miraiminds.co/developers/call-lifecycle-events
 */
export const events: EventType[] = [
	{
		name: 'Action',
		value: 'action',
		description:
			'The assistant asks you to act: to create an order, send a WhatsApp message, mark an order as prepaid, change or confirm an address (action)',
	},
	{
		name: 'Call Aborted',
		value: 'call.aborted',
		description: 'The call was canceled through the API (call.aborted)',
	},
	{
		name: 'Call Analyzed',
		value: 'end-of-call',
		description: 'The analysis is ready; carries summary and insights (end-of-call)',
	},
	{
		name: 'Call Answered',
		value: 'call.in-progress',
		description: 'Somebody picked up and the conversation is running (call.in-progress)',
	},
	{
		name: 'Call Busy',
		value: 'call.busy',
		description: 'The line was busy; another attempt may follow (call.busy)',
	},
	{
		name: 'Call Completed',
		value: 'call.completed',
		description: 'Recording, transcript and duration are processed (call.completed)',
	},
	{
		name: 'Call Ended',
		value: 'call.ended',
		description: 'The line dropped (call.ended)',
	},
	{
		name: 'Call Failed',
		value: 'call.failed',
		description: 'The call did not connect; another attempt may follow (call.failed)',
	},
	{
		name: 'Call Initiated',
		value: 'call.initiate',
		description: 'The call is queued and being dialed (call.initiate)',
	},
	{
		name: 'Call Not Answered',
		value: 'call.no-answer',
		description: 'Nobody picked up; another attempt may follow (call.no-answer)',
	},
	{
		name: 'Call Rescheduled',
		value: 'call.rescheduled',
		description:
			'The person asked to be called back later; the lifecycle goes on (call.rescheduled)',
	},
	{
		name: 'Call Skipped',
		value: 'call.skip',
		description: 'The call was not placed, because of do-not-disturb or the like (call.skip)',
	},
	{
		name: 'Call Timed Out',
		value: 'call.timeout',
		description: 'The call reached its maximum duration (call.timeout)',
	},
	{
		name: 'Lifecycle Ended',
		value: 'call.lifecycle-ended',
		description:
			'The last event of a call, after all attempts; carries the final status (call.lifecycle-ended)',
	},
	{
		name: 'Validation Failed',
		value: 'call.validation-failed',
		description: 'The call was not placed because its data is not valid (call.validation-failed)',
	},
];
