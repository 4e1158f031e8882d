import type { INodeProperties } from 'n8n-workflow';
import { defaultProviderId, providers } from '../providers';
import { options } from './options';

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

const liveNotices = providers.flatMap(({ id, trigger: { live } }): INodeProperties[] =>
	live === undefined
		? []
		: [
				{
					displayName: live.notice,
					name: `${id}LiveNotice`,
					type: 'notice',
					default: '',
					displayOptions: { show: { provider: [id] } },
				},
			],
);

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
			description:
				'Only what the provider sent, as it sent it. Live requests always come simplified, because Answer needs what was asked.',
		},
	],
	default: 'simplified',
	description: 'What the workflow receives of an event',
};

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
	...liveNotices,
	...providerFields,
	...eventChoices,
	output,
	options,
];
