import type { INodeProperties } from 'n8n-workflow';
import { customFields } from '../../common/fields';

export const agentId: INodeProperties = {
	displayName: 'Agent ID',
	name: 'agentId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. agent_123',
	description:
		'The agent that speaks. It must be of the type Outbound and have a phone number assigned.',
};

export const contactNumber: INodeProperties = {
	displayName: 'Contact Number',
	name: 'contactNumber',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +919876543210',
	hint: 'HuskyVoice says it currently calls Indian numbers only: +91 and ten digits',
	description:
		'The number to call, with a plus and the country code. Spaces, dashes and parentheses are removed.',
};

const additionalInfo: INodeProperties = {
	displayName: 'Additional Info',
	name: 'additionalInfo',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Pair',
	default: {},
	description: 'What the agent should know about the person or the call',
	options: [
		{
			displayName: 'Pairs',
			name: 'pairs',
			values: [
				{
					displayName: 'Name',
					name: 'key',
					type: 'string',
					default: '',
					placeholder: 'e.g. company',
				},
				{ displayName: 'Value', name: 'value', type: 'string', default: '' },
			],
		},
	],
};

const additionalInfoJson: INodeProperties = {
	displayName: 'Additional Info (JSON)',
	name: 'additionalInfoJson',
	type: 'json',
	default: '{}',
	description:
		'The same as a JSON object, for values that are not text. Pairs of Additional Info win over members of the same name.',
};

const contactEmail: INodeProperties = {
	displayName: 'Contact Email',
	name: 'contactEmail',
	type: 'string',
	default: '',
	placeholder: 'e.g. name@email.com',
};

const contactName: INodeProperties = {
	displayName: 'Contact Name',
	name: 'contactName',
	type: 'string',
	default: '',
	placeholder: 'e.g. Raj Patel',
};

/** What may be left out, over either connection. */
export const optionalFields: INodeProperties[] = [
	additionalInfo,
	additionalInfoJson,
	contactEmail,
	contactName,
	customFields,
];

export const idempotencyKeyField: INodeProperties = {
	displayName: 'Idempotency Key',
	name: 'idempotencyKey',
	type: 'string',
	default: '',
	placeholder: 'e.g. {{ $json.leadId }}',
	description:
		'A text that is different for each call you want and the same when you ask for the same call again: HuskyVoice then places it once. Left empty, the node makes one for each execution and item.',
};
