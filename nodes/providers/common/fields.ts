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
		'A JSON object whose members are added to the request, for fields that this form does not have. They cannot change what the other fields say.',
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

/** The fields of a list: all of it, or how much. */
export const listFields: readonly INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		displayOptions: { show: { returnAll: [false] } },
		description: 'Max number of results to return',
	},
];

/** The field for the name under which a file stands in the item. */
export const outputFileField: INodeProperties = {
	displayName: 'Put Output File in Field',
	name: 'binaryPropertyName',
	type: 'string',
	required: true,
	default: 'data',
	placeholder: 'e.g. data',
	hint: 'The name of the output binary field to put the file in',
};

/**
 * A field for something that the provider can list: picked from the list, or given by its ID.
 *
 * @param list what `Connection.lists` calls the list
 * @param example an ID in the provider's form
 * @param byHand how the form calls it to give the ID
 */
export function locatorField(
	field: Pick<INodeProperties, 'displayName' | 'name' | 'description' | 'required'>,
	list: string,
	example: string,
	byHand = 'By ID',
): INodeProperties {
	return {
		...field,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: list, searchable: true },
			},
			{ displayName: byHand, name: 'id', type: 'string', placeholder: `e.g. ${example}` },
		],
	};
}
