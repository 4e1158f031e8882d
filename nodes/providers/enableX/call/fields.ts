import type { INodeProperties } from 'n8n-workflow';

export const autoRecord: INodeProperties = {
	displayName: 'Auto Record',
	name: 'autoRecord',
	type: 'boolean',
	default: false,
	description:
		'Whether to record the call from the start (auto_record). Somebody who uses EnableX found that it is ignored; the operation Record is the other way.',
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

export const ownerRef: INodeProperties = {
	displayName: 'Owner Reference',
	name: 'ownerRef',
	type: 'string',
	default: '',
	description: 'A text that EnableX gives back with the events of the call (owner_ref)',
};
