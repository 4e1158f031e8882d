import type { INodeProperties } from 'n8n-workflow';
import { additionalFields, customFields, locatorField } from '../../common/fields';
import { AGENTS, AN_AGENT } from '../lists';

const agent = locatorField(
	{
		displayName: 'Agent',
		name: 'agentId',
		required: true,
		description: 'The agent that speaks',
	},
	AGENTS,
	AN_AGENT,
);

const callBy: INodeProperties = {
	displayName: 'Call By',
	name: 'medium',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Plivo', value: 'plivo', description: 'Your account at Plivo, set up in Ultravox' },
		{ name: 'SIP', value: 'sip', description: 'A SIP trunk; To is an address then' },
		{ name: 'Telnyx', value: 'telnyx', description: 'Your account at Telnyx, set up in Ultravox' },
		{ name: 'Twilio', value: 'twilio', description: 'Your account at Twilio, set up in Ultravox' },
	],
	default: 'twilio',
	description: 'Who rings the phone: Ultravox has no numbers of its own',
};

const from: INodeProperties = {
	displayName: 'From',
	name: 'from',
	type: 'string',
	default: '',
	placeholder: 'e.g. +14155550100',
	description:
		'Your number to call from, with a plus and the country code. For SIP: the user part or the address that the trunk expects.',
};

const to: INodeProperties = {
	displayName: 'To',
	name: 'to',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +14155550123',
	description:
		'The number to call, with a plus and the country code; spaces, dashes and parentheses are removed. For SIP, an address, e.g. sip:+14155550123@trunk.example.com.',
};

const optional: INodeProperties[] = [
	customFields,
	{
		displayName: 'First Speaker',
		name: 'firstSpeaker',
		type: 'options',
		options: [
			{ name: 'Agent', value: 'agent', description: 'The agent greets' },
			{ name: 'User', value: 'user', description: 'The agent waits for the person who picks up' },
		],
		default: 'user',
		description: 'Who speaks first; for calls to a phone Ultravox advises the user',
	},
	{
		displayName: 'Join Timeout (Seconds)',
		name: 'joinTimeout',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 30,
		description: 'How long somebody may take to pick up',
	},
	{
		displayName: 'Max Duration (Seconds)',
		name: 'maxDuration',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 3600,
		description: 'How long the call may last',
	},
	{
		displayName: 'Metadata (JSON)',
		name: 'metadata',
		type: 'json',
		default: '{}',
		placeholder: 'e.g. {"order": "7"}',
		description:
			'A JSON object of texts that Ultravox gives back with every event of the call. Names that begin with ultravox. are its own.',
	},
	{
		displayName: 'Recording Enabled',
		name: 'recordingEnabled',
		type: 'boolean',
		default: false,
		description: 'Whether to record the call',
	},
	{
		displayName: 'Template Context (JSON)',
		name: 'templateContext',
		type: 'json',
		default: '{}',
		placeholder: 'e.g. {"name": "Alex"}',
		description: 'A JSON object with the values of the variables in the agent’s texts',
	},
];

/** The form of a new call. */
export const fields = [agent, callBy, from, to, additionalFields(optional)];
