import type { INodeProperties } from 'n8n-workflow';

/** What comes after a result, where a provider lets the answer say so. */
export const reaction: INodeProperties = {
	displayName: 'Agent Reaction',
	name: 'reaction',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'As Set in the Tool', value: 'asSet' },
		{ name: 'Hang Up', value: 'hangUp' },
		{ name: 'Listens', value: 'listens' },
		{ name: 'New Stage', value: 'newStage' },
		{ name: 'Speaks', value: 'speaks' },
		{ name: 'Speaks Unless It Just Did', value: 'speaksOnce' },
	],
	default: 'asSet',
	description: 'What the agent does once it has the result',
};

/** The fields of a result: where it comes from, and what it is. */
export const resultFields: INodeProperties[] = [
	{
		displayName: 'Result From',
		name: 'resultFrom',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Field of the Item',
				value: 'field',
				description: 'One field of the input item: faster than an expression',
			},
			{
				name: 'Item',
				value: 'item',
				description: 'The whole input item, as JSON',
			},
			{ name: 'Text or Expression', value: 'text', description: 'What you write here' },
		],
		default: 'text',
		description: 'Where the result comes from',
	},
	{
		displayName: 'Result',
		name: 'result',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.orderStatus }}',
		displayOptions: { show: { resultFrom: ['text'] } },
		description:
			'What the agent is told: text, or an expression that gives an object. Several items for one question become a list.',
	},
	{
		displayName: 'Result Field',
		name: 'resultField',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. orderStatus',
		displayOptions: { show: { resultFrom: ['field'] } },
		description:
			'The name of the field of the input item. Several items for one question become a list.',
	},
];
