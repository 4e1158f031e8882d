import type { INodeProperties } from 'n8n-workflow';
import { eventsUrlField, WITHOUT_URL } from '../../common/eventsUrl';
import { customFields, locatorField } from '../../common/fields';

/** What may be left out of a new call. */
export const optional: INodeProperties[] = [
	customFields,
	{
		displayName: 'First Sentence',
		name: 'firstSentence',
		type: 'string',
		default: '',
		description: 'What the agent says first',
	},
	locatorField(
		{
			displayName: 'From',
			name: 'from',
			description: 'Your number to call from. Without it, Bland AI chooses one.',
		},
		'blandPhoneNumbers',
		'+14155550100',
		'By Number',
	),
	{
		displayName: 'In-Call Events',
		name: 'webhookEvents',
		type: 'multiOptions',
		options: [
			{ name: 'Call', value: 'call' },
			{ name: 'Citations', value: 'citations' },
			{ name: 'Dynamic Data', value: 'dynamic_data' },
			{ name: 'Latency', value: 'latency' },
			{ name: 'Queue', value: 'queue' },
			{ name: 'Tool', value: 'tool' },
			{ name: 'Webhook', value: 'webhook' },
		],
		default: [],
		description: 'What Bland AI reports to Webhook URL while the call goes on, besides the report',
	},
	{
		displayName: 'Language',
		name: 'language',
		type: 'string',
		default: '',
		placeholder: 'e.g. en',
		description: 'The code of the language that is spoken',
	},
	{
		displayName: 'Max Duration (Minutes)',
		name: 'maxDuration',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 30,
		description: 'How long the call may last',
	},
	{
		displayName: 'Metadata (JSON)',
		name: 'metadata',
		type: 'json',
		default: '{}',
		description: 'A JSON object that Bland AI gives back with the report',
	},
	{
		displayName: 'Record',
		name: 'record',
		type: 'boolean',
		default: true,
		description: 'Whether to record the call. Ask for consent where the law requires it.',
	},
	{
		displayName: 'Request Data (JSON)',
		name: 'requestData',
		type: 'json',
		default: '{}',
		placeholder: 'e.g. {"name": "Alex"}',
		description: 'A JSON object with the values of the variables in the texts, such as {{name}}',
	},
	{
		displayName: 'Start Time',
		name: 'startTime',
		type: 'dateTime',
		default: '',
		description:
			'When to call, for a scheduled call. A time without an offset is read in Time Zone, or in UTC if that is empty.',
	},
	{
		displayName: 'Time Zone',
		name: 'timezone',
		type: 'string',
		default: '',
		placeholder: 'e.g. America/New_York',
		description: 'The time zone of Start Time, by its IANA name',
	},
	{
		displayName: 'Transfer Phone Number',
		name: 'transferPhoneNumber',
		type: 'string',
		default: '',
		placeholder: 'e.g. +14155550199',
		description: 'The number that the agent may transfer the call to',
	},
	locatorField(
		{ displayName: 'Voice', name: 'voice', description: 'The voice that speaks' },
		'blandVoices',
		'd4e5f607-1829-4a55-9a3e-2f0c0ffee012',
	),
	{
		displayName: 'Voicemail (JSON)',
		name: 'voicemail',
		type: 'json',
		default: '{}',
		placeholder: 'e.g. {"action": "leave_message", "message": "Please call us back."}',
		description: 'A JSON object that says what to do when voicemail answers',
	},
	{
		displayName: 'Wait for Greeting',
		name: 'waitForGreeting',
		type: 'boolean',
		default: true,
		description: 'Whether the person called speaks first',
	},
	eventsUrlField(
		{ displayName: 'Webhook URL', name: 'webhook' },
		'Bland AI',
		'Empty to leave it to the account.',
		WITHOUT_URL,
	),
];
