import type { INodeProperties } from 'n8n-workflow';
import { defaultProviderId, providers } from '../providers';
import { MAX_ALLOWLIST_ENTRIES } from './ipAllowlist';

/** By its label the editor finds what to offer in the nodes panel: an event of each provider. */
const providerChoice: INodeProperties = {
	displayName: 'Trigger On',
	name: 'provider',
	type: 'options',
	noDataExpression: true,
	options: providers
		.map(({ id, name }) => ({ name, value: id, action: `On ${name} event` }))
		.sort((a, b) => a.name.localeCompare(b.name)),
	default: defaultProviderId,
	description: 'The platform whose events start the workflow',
};

const notices = providers.map(({ id, trigger }): INodeProperties => ({
	displayName: trigger.notice,
	name: `${id}Notice`,
	type: 'notice',
	default: '',
	displayOptions: { show: { provider: [id] } },
}));

const eventChoices = providers.map(({ id, trigger }): INodeProperties => ({
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	noDataExpression: true,
	options: [
		{
			name: 'All',
			value: '*',
			description: 'Every event, also those the provider adds in future',
		},
		...trigger.events.map(({ name, value, description }) => ({ name, value, description })),
	],
	default: ['*'],
	required: true,
	displayOptions: { show: { provider: [id] } },
	description: 'The events that start the workflow. Others are answered and left alone.',
}));

const output: INodeProperties = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Simplified',
			value: 'simplified',
			description: 'The same fields for every provider, with the provider’s own data beside them',
		},
		{
			name: 'Raw',
			value: 'raw',
			description: 'Only what the provider sent, as it sent it',
		},
	],
	default: 'simplified',
	description: 'What the workflow gets to see of an event',
};

const commonOptions: INodeProperties[] = [
	{
		displayName: 'Ignore Duplicates',
		name: 'ignoreDuplicates',
		type: 'boolean',
		default: true,
		description:
			'Whether an event that started the workflow before is answered but does not start it again. Test runs never ignore anything.',
	},
	{
		displayName: 'Include Raw Body',
		name: 'includeRawBody',
		type: 'boolean',
		default: false,
		description:
			'Whether to add the verified body as text, in the field <code>rawBody</code>. Bytes that are not UTF-8 come as base64 besides, in <code>rawBodyBase64</code>.',
	},
	{
		displayName: 'IP Allowlist',
		name: 'ipAllowlist',
		type: 'string',
		default: '',
		placeholder: 'e.g. 203.0.113.7, 198.51.100.0/24, 2001:db8::/32',
		description: `Addresses and CIDR ranges that may send events, separated by commas, at most ${MAX_ALLOWLIST_ENTRIES}. Without this option everybody may send; an option that is empty, or whose expression gives nothing, refuses everybody. Behind a reverse proxy, set N8N_PROXY_HOPS so that n8n knows the sender's address.`,
	},
];

const providerOptions = providers.flatMap(({ id, trigger }) =>
	[...trigger.options, ...toleranceOf(trigger.defaultTolerance)].map((option) => ({
		...option,
		displayOptions: { show: { '/provider': [id] } },
	})),
);

/** The option for a signed timestamp, for providers that sign one. */
function toleranceOf(seconds: number | undefined): INodeProperties[] {
	if (seconds === undefined) return [];
	return [
		{
			displayName: 'Timestamp Tolerance (Seconds)',
			name: 'timestampTolerance',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: seconds,
			description:
				'How many seconds the signed timestamp may be away from now, both ways. Older deliveries are refused, so that a recorded one cannot be sent again later.',
		},
	];
}

/** Fields for what a provider's scheme leaves to the user. */
const providerFields = providers.flatMap(({ id, trigger }) =>
	(trigger.fields ?? []).map((field) => ({
		...field,
		displayOptions: { show: { ...field.displayOptions?.show, provider: [id] } },
	})),
);

/** The form of the Voice Call Trigger, made from the registry of providers. */
export const properties: INodeProperties[] = [
	providerChoice,
	...notices,
	...providerFields,
	...eventChoices,
	output,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [...commonOptions, ...providerOptions].sort((a, b) =>
			a.displayName.localeCompare(b.displayName),
		),
	},
];
