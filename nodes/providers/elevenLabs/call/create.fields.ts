import type { INodeProperties } from 'n8n-workflow';
import { additionalFields, customFields, locatorField } from '../../common/fields';
import { agentExample, numberExample } from './examples';

const telephony: INodeProperties = {
	displayName: 'Telephony',
	name: 'telephony',
	type: 'options',
	options: [
		{ name: 'SIP Trunk', value: 'sipTrunk', description: 'The number calls through a SIP trunk' },
		{ name: 'Twilio', value: 'twilio', description: 'The number was imported from Twilio' },
	],
	default: 'twilio',
	description: 'How your number is connected; the list of phone numbers says which',
};

const agent = locatorField(
	{
		displayName: 'Agent',
		name: 'agentId',
		required: true,
		description: 'The agent that speaks',
	},
	'elevenLabsAgents',
	agentExample,
);

const ownNumber = locatorField(
	{
		displayName: 'Phone Number',
		name: 'agentPhoneNumberId',
		required: true,
		description: 'Your number in ElevenLabs to call from',
	},
	'elevenLabsPhoneNumbers',
	numberExample,
);

const to: INodeProperties = {
	displayName: 'To Number',
	name: 'toNumber',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +14155550123',
	description:
		'The number to call, with a plus and the country code. Spaces, dashes and parentheses are removed.',
};

const optional: INodeProperties[] = [
	{
		displayName: 'Branch ID',
		name: 'branchId',
		type: 'string',
		default: '',
		description: 'The branch of the agent that speaks in this call',
	},
	{
		displayName: 'Conversation Data (JSON)',
		name: 'conversationData',
		type: 'json',
		default: '{}',
		description:
			'A JSON object as ElevenLabs describes conversation_initiation_client_data, merged with the other fields here',
	},
	customFields,
	{
		displayName: 'Custom LLM Extra Body (JSON)',
		name: 'customLlmExtraBody',
		type: 'json',
		default: '{}',
		description: 'A JSON object that is handed to a language model of your own',
	},
	{
		displayName: 'Dynamic Variables (JSON)',
		name: 'dynamicVariables',
		type: 'json',
		default: '{}',
		placeholder: 'e.g. {"name": "Alex"}',
		description:
			'A JSON object with the values of the variables in the agent’s texts; the report of the call gives them back. Lists and objects are written as JSON.',
	},
	{
		displayName: 'Environment',
		name: 'environment',
		type: 'string',
		default: '',
		description: 'The environment of the agent for this call',
	},
	{
		displayName: 'Overrides (JSON)',
		name: 'overrides',
		type: 'json',
		default: '{}',
		placeholder: 'e.g. {"agent": {"language": "en"}}',
		description: 'A JSON object that changes the agent for this call, where its settings allow it',
	},
	{
		displayName: 'Record',
		name: 'record',
		type: 'boolean',
		default: true,
		description:
			'Whether Twilio records the call; not for a SIP trunk. Ask for consent where the law requires it.',
	},
	{
		displayName: 'Ringing Timeout (Seconds)',
		name: 'ringingTimeout',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 999 },
		default: 60,
		description: 'How long the phone rings',
	},
	{
		displayName: 'Starting Workflow Node ID',
		name: 'startingWorkflowNodeId',
		type: 'string',
		default: '',
		description: 'The node of the agent’s workflow in ElevenLabs that the conversation begins with',
	},
	{
		displayName: 'User ID',
		name: 'userId',
		type: 'string',
		default: '',
		description: 'Your own ID for the person called',
	},
];

/** The form of a new call. */
export const fields = [telephony, agent, ownNumber, to, additionalFields(optional)];
