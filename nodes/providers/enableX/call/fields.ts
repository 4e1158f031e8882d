import type { INodeProperties } from 'n8n-workflow';

export const actionOnConnect: INodeProperties = {
	displayName: 'Action on Connect (JSON)',
	name: 'actionOnConnect',
	type: 'json',
	default: '{}',
	placeholder:
		'e.g. {"play": {"text": "Hello", "language": "en-US", "voice": "female", "prompt_ref": "1"}}',
	description:
		'What happens when somebody picks up: a JSON object with one of play, connect and room. Left empty, the call waits for what your workflow does at the event "connected".',
};

export const autoRecord: INodeProperties = {
	displayName: 'Auto Record',
	name: 'autoRecord',
	type: 'boolean',
	default: false,
	description: 'Whether to record the call from the start',
};

export const eventUrl: INodeProperties = {
	displayName: 'Event URL',
	name: 'eventUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://n8n.example.com/webhook/.../voice-call',
	description:
		'Where EnableX reports what happens to the call: the production URL of a Voice Call Trigger',
};

export const name: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	description: 'A label for the service or application that calls',
};

export const numberFormat: INodeProperties = {
	displayName: 'Number Format',
	name: 'numberFormat',
	type: 'options',
	options: [
		{
			name: 'Digits Only',
			value: 'digits',
			description: 'As EnableX’s samples do, e.g. 14155550100',
		},
		{
			name: 'With Plus',
			value: 'plus',
			description: 'As EnableX’s glossary asks for, e.g. +14155550100',
		},
	],
	default: 'plus',
	description:
		'How numbers are sent. EnableX’s pages disagree: change this if it does not accept your numbers.',
};

export const ownerRef: INodeProperties = {
	displayName: 'Owner Reference',
	name: 'ownerRef',
	type: 'string',
	default: '',
	description: 'A text that EnableX gives back with the events of the call (owner_ref)',
};
