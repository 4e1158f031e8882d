import type { INodeProperties } from 'n8n-workflow';

/** Where the body has what tells an event from others. */
export const pathFields: INodeProperties[] = [
	{
		displayName: 'Event Type Path',
		name: 'customTypePath',
		type: 'string',
		noDataExpression: true,
		default: 'type',
		placeholder: 'e.g. event.type',
		description: 'Where the type of the event is in the body, with dots between the members',
	},
	{
		displayName: 'Event ID Path',
		name: 'customEventIdPath',
		type: 'string',
		noDataExpression: true,
		default: '',
		placeholder: 'e.g. event_id',
		description:
			'Where the body has an ID that stays the same when an event is sent again. Without one, equal bodies count as a repeat for ten minutes.',
	},
	{
		displayName: 'Call ID Path',
		name: 'customCallIdPath',
		type: 'string',
		noDataExpression: true,
		default: '',
		placeholder: 'e.g. data.call_id',
		description: 'Where the body has the ID of the call',
	},
];
