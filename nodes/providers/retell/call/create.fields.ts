import type { INodeProperties } from 'n8n-workflow';
import { eventsUrlField, WITHOUT_URL } from '../../common/eventsUrl';
import { additionalFields, customFields, locatorField } from '../../common/fields';
import { agentExample, numberExample } from './examples';

const from = locatorField(
	{
		displayName: 'From',
		name: 'fromNumber',
		required: true,
		description: 'Your number in Retell AI to call from',
	},
	'retellPhoneNumbers',
	numberExample,
	'By Number',
);

const to: INodeProperties = {
	displayName: 'To',
	name: 'toNumber',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +14155550123',
	description:
		'The number to call, with a plus and the country code. Spaces, dashes and parentheses are removed.',
};

const optional: INodeProperties[] = [
	locatorField(
		{
			displayName: 'Agent',
			name: 'overrideAgentId',
			description: 'The agent that speaks in this call. Without it, the agent of the number.',
		},
		'retellAgents',
		agentExample,
	),
	{
		displayName: 'Agent Override (JSON)',
		name: 'agentOverride',
		type: 'json',
		default: '{}',
		description:
			'A JSON object that changes the agent for this call, merged with the other fields here',
	},
	{
		displayName: 'Agent Version',
		name: 'overrideAgentVersion',
		type: 'string',
		default: '',
		description: 'The version of the agent for this call, a number or a tag',
	},
	{
		displayName: 'Custom SIP Headers (JSON)',
		name: 'customSipHeaders',
		type: 'json',
		default: '{}',
		placeholder: 'e.g. {"X-Order": "7"}',
		description: 'A JSON object with headers that are sent to your own telephony',
	},
	customFields,
	{
		displayName: 'Dynamic Variables (JSON)',
		name: 'dynamicVariables',
		type: 'json',
		default: '{}',
		placeholder: 'e.g. {"name": "Alex"}',
		description:
			'A JSON object with the values of the variables in the agent’s texts. Retell AI takes texts, so everything else is written as JSON.',
	},
	{
		displayName: 'Events',
		name: 'webhookEvents',
		type: 'multiOptions',
		options: [
			{ name: 'Call Analyzed', value: 'call_analyzed' },
			{ name: 'Call Ended', value: 'call_ended' },
			{ name: 'Call Started', value: 'call_started' },
			{ name: 'Transcript Updated', value: 'transcript_updated' },
			{ name: 'Transfer Bridged', value: 'transfer_bridged' },
			{ name: 'Transfer Cancelled', value: 'transfer_cancelled' },
			{ name: 'Transfer Ended', value: 'transfer_ended' },
			{ name: 'Transfer Started', value: 'transfer_started' },
		],
		default: ['call_analyzed', 'call_ended'],
		description:
			'What Retell AI reports about this call. Without it, what the settings of the agent say.',
	},
	{
		displayName: 'Ignore E.164 Validation',
		name: 'ignoreE164Validation',
		type: 'boolean',
		default: true,
		description: 'Whether From may be a number of your own telephony that is not in E.164 form',
	},
	{
		displayName: 'Metadata (JSON)',
		name: 'metadata',
		type: 'json',
		default: '{}',
		description: 'A JSON object that Retell AI gives back with every event of the call',
	},
	eventsUrlField(
		{ displayName: 'Webhook URL', name: 'webhookUrl' },
		'Retell AI',
		'Empty to leave it to the agent or the account.',
		WITHOUT_URL,
	),
];

/** The form of a new call. */
export const fields = [from, to, additionalFields(optional)];
