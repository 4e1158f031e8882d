import type { INodeProperties } from 'n8n-workflow';

/** The field for the ID of an existing call. */
export const callIdField: INodeProperties = {
	displayName: 'Call ID',
	name: 'callId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. call_abc_123',
	description: 'The ID that creating the call returned, or that an event of the call carries',
};

/** An escape hatch: members of the request that the form does not know. */
export const customFields: INodeProperties = {
	displayName: 'Custom Fields (JSON)',
	name: 'customFields',
	type: 'json',
	default: '{}',
	description:
		'A JSON object whose members are added to the request, for fields that this form does not have. They win over fields of the same name.',
};

/** A collection for everything that may be left out, in the form's order. */
export function additionalFields(options: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [...options].sort((a, b) => a.displayName.localeCompare(b.displayName)),
	};
}
