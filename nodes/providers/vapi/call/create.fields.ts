import type { INodeProperties } from 'n8n-workflow';
import { eventsUrlField, WITHOUT_URL } from '../../common/eventsUrl';
import { additionalFields, customFields, locatorField } from '../../common/fields';

const assistant = locatorField(
	{
		displayName: 'Assistant',
		name: 'assistantId',
		required: true,
		description: 'The assistant that speaks',
	},
	'vapiAssistants',
	'c9a4e9d2-7c1f-4a55-9a3e-2f0c0ffee012',
);

const ownNumber = locatorField(
	{
		displayName: 'Phone Number',
		name: 'phoneNumberId',
		required: true,
		description: 'Your number in Vapi to call from',
	},
	'vapiPhoneNumbers',
	'5f1c0ffe-e012-4a55-9a3e-7c1f2f0c9a4e',
);

const customerNumber: INodeProperties = {
	displayName: 'Customer Number',
	name: 'customerNumber',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +14155550123',
	description:
		'The number to call, with a plus and the country code. Spaces, dashes and parentheses are removed.',
};

const optional: INodeProperties[] = [
	{
		displayName: 'Assistant Overrides (JSON)',
		name: 'assistantOverrides',
		type: 'json',
		default: '{}',
		description:
			'A JSON object that changes the assistant for this call, merged with the other fields here',
	},
	{
		displayName: 'Call Name',
		name: 'name',
		type: 'string',
		default: '',
		description: 'Your name for the call, up to 40 characters',
	},
	customFields,
	{
		displayName: 'Customer Name',
		name: 'customerName',
		type: 'string',
		default: '',
		description: 'The name of who is called, up to 40 characters',
	},
	{
		displayName: 'Earliest At',
		name: 'earliestAt',
		type: 'dateTime',
		default: '',
		description: 'When to call, for a scheduled call. Empty to call now.',
	},
	{
		displayName: 'Latest At',
		name: 'latestAt',
		type: 'dateTime',
		default: '',
		description: 'The latest time at which a scheduled call may begin',
	},
	{
		displayName: 'Max Duration (Seconds)',
		name: 'maxDurationSeconds',
		type: 'number',
		typeOptions: { minValue: 10, maxValue: 43200 },
		default: 600,
		description: 'How long the call may last',
	},
	{
		displayName: 'Metadata (JSON)',
		name: 'metadata',
		type: 'json',
		default: '{}',
		description: 'A JSON object that Vapi gives back with every event of the call',
	},
	{
		displayName: 'Server Credential ID',
		name: 'serverCredentialId',
		type: 'string',
		default: '',
		description:
			'The ID of the server credential in Vapi that signs the events of this call. Used with Server URL; Create and Wait needs it.',
	},
	eventsUrlField(
		{ displayName: 'Server URL', name: 'serverUrl' },
		'Vapi',
		'Empty to leave it to the assistant.',
		WITHOUT_URL,
	),
	{
		displayName: 'Variable Values (JSON)',
		name: 'variableValues',
		type: 'json',
		default: '{}',
		placeholder: 'e.g. {"name": "Alex"}',
		description: 'A JSON object with the values of the variables in the assistant’s texts',
	},
];

/** The form of a new call. */
export const fields = [assistant, ownNumber, customerNumber, additionalFields(optional)];
