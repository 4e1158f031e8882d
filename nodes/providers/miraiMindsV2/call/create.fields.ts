import type { INodeProperties } from 'n8n-workflow';
import { eventsUrlField, WITHOUT_URL } from '../../common/eventsUrl';
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

const to: INodeProperties = {
	displayName: 'To',
	name: 'to',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +919876543210',
	description:
		'The number to call, with a plus and the country code. Spaces, dashes and parentheses are removed.',
};

const optional: INodeProperties[] = [
	customFields,
	{
		displayName: 'Final Results',
		name: 'finalResults',
		type: 'boolean',
		default: true,
		description:
			'Whether to send the event call.processed with the finished transcript some two minutes after the call',
	},
	{
		displayName: 'First Message',
		name: 'firstMessage',
		type: 'string',
		default: '',
		description:
			'What the agent says first in this call, up to 500 characters. A node-based agent does not take it.',
	},
	{
		displayName: 'Idempotency Key',
		name: 'idempotencyKey',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.orderId }}',
		description:
			'A text that is different for each call you want and the same when you ask for the same call again: Mirai Minds then places it once within 24 hours. Left empty, the node makes one for each execution and item.',
	},
	{
		displayName: 'Max Duration (Seconds)',
		name: 'maxDurationSecs',
		type: 'number',
		typeOptions: { minValue: 30, maxValue: 1800 },
		default: 300,
		description: 'How long the call may last',
	},
	{
		displayName: 'Metadata (JSON)',
		name: 'metadata',
		type: 'json',
		default: '{}',
		placeholder: 'e.g. {"order_id": "8842"}',
		description:
			'A JSON object of texts that Mirai Minds gives back with every event of the call. The agent does not see it.',
	},
	{
		displayName: 'Recording Enabled',
		name: 'recordingEnabled',
		type: 'boolean',
		default: true,
		description: 'Whether to record the call',
	},
	{
		displayName: 'Variables (JSON)',
		name: 'variables',
		type: 'json',
		default: '{}',
		placeholder: 'e.g. {"customer_name": "Raj"}',
		description: 'A JSON object of texts: the values of the placeholders in the texts of the agent',
	},
	eventsUrlField({ displayName: 'Webhook URL', name: 'webhookUrl' }, 'Mirai Minds', WITHOUT_URL),
];

/** The form of a new call. */
export const fields = [agent, to, additionalFields(optional)];
