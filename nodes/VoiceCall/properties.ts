import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { defaultProviderId } from '../providers';
import type { Connection, ResourceName } from '../providers/common/action';
import { resourceOf, RESOURCES } from './operations';
import { answerForm } from './answer/form';
import {
	callingProviders,
	formProviders,
	type CallingProvider,
	type FormProvider,
} from './registry';
import { options } from './options';
import { offeredBy } from './offered';

/** What an agent's tool does not offer. */
const NOT_IN_TOOLS = { displayOptions: { hide: { '@tool': [true] } } };

const provider: INodeProperties = {
	displayName: 'Provider',
	name: 'provider',
	type: 'options',
	noDataExpression: true,
	options: formProviders.map(({ id, name, action }) => ({
		name,
		value: id,
		...(action === undefined ? NOT_IN_TOOLS : {}),
	})),
	default: defaultProviderId,
	description: 'The platform of the call',
};

/** The resources that a provider has, the usual one first. */
const resourcesOf = ({ action, trigger }: FormProvider): Array<ResourceName | 'request'> => {
	const operations = action?.connections.flatMap((way) => way.operations) ?? [];
	const own = [...new Set(operations.map(resourceOf))].sort(
		(one, other) => Number(other === 'call') - Number(one === 'call'),
	);
	return trigger.live === undefined ? own : [...own, 'request'];
};

/** How the form offers live requests: only the workflow itself can answer one, no tool of an agent. */
const REQUEST: INodePropertyOptions = { name: 'Live Request', value: 'request', ...NOT_IN_TOOLS };

/** The providers whose calls have this resource. */
const having = (resource: ResourceName | 'request') =>
	formProviders.filter((each) => resourcesOf(each).includes(resource)).map(({ id }) => id);

/**
 * What the operations are about. One parameter for all providers, whose choices depend on the provider: of
 * several, the nodes panel would list each action as often.
 */
const resource: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	options: [...Object.values(RESOURCES), REQUEST].map((option) => ({
		...option,
		displayOptions: {
			...option.displayOptions,
			show: { provider: having(option.value as ResourceName) },
		},
	})),
	default: 'call',
	displayOptions: { show: { provider: callingProviders.map(({ id }) => id) } },
};

/** With a provider that places no calls there is nothing to choose. */
const onlyRequest: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'hidden',
	default: 'request',
	displayOptions: {
		show: {
			provider: formProviders.filter(({ action }) => action === undefined).map(({ id }) => id),
		},
	},
};

/** How to sign in, where a provider has more than one way. */
const authentications = callingProviders
	.map(({ id, action }) => ({ id, ways: action.connections }))
	.filter(({ ways }) => ways.length > 1)
	.map(({ id, ways }): INodeProperties => ({
		displayName: 'Authentication',
		name: 'authentication',
		type: 'options',
		noDataExpression: true,
		options: ways.map(({ id: value, name, description }) => ({ name, value, description })),
		default: firstOf(ways),
		displayOptions: { show: { provider: [id] } },
	}));

/** The default provider first: what it offers is what the nodes panel lists. */
const defaultFirst = [...callingProviders].sort(
	(one, other) => Number(other.id === defaultProviderId) - Number(one.id === defaultProviderId),
);

const connections = defaultFirst.flatMap((calling) =>
	calling.action.connections.map((connection) => ({
		offered: offeredBy(calling, connection),
		show: shownFor(calling, connection),
	})),
);

const operations = connections.flatMap(({ offered, show }) =>
	[...new Set(offered.map(({ resource }) => resource))].map((resource): INodeProperties => {
		const options = offered
			.filter((operation) => operation.resource === resource)
			.map(({ option }) => option)
			.sort((one, other) => one.name.localeCompare(other.name));
		return {
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			noDataExpression: true,
			options,
			default: 'create',
			displayOptions: { show: { ...show, resource: [shownIn(resource)] } },
		};
	}),
);

const fields = connections.flatMap(({ offered, show }) =>
	offered.flatMap((operation) =>
		operation.fields.map((field) => ({
			...field,
			displayOptions: {
				...field.displayOptions,
				show: {
					...field.displayOptions?.show,
					...show,
					resource: [operation.resource],
					operation: [operation.option.value as string],
				},
			},
		})),
	),
);

/** The form of the Voice Call node, made from the registry of providers. */
export const properties: INodeProperties[] = [
	provider,
	...authentications,
	resource,
	onlyRequest,
	...operations,
	...fields,
	...answerForm,
	options,
];

/**
 * The condition for a resource. The nodes panel lists the operations of a resource that is written as plain
 * text, with the default provider; so one that this provider lacks is not.
 */
function shownIn(resource: ResourceName) {
	return having(resource).includes(defaultProviderId) ? resource : { _cnd: { eq: resource } };
}

function shownFor({ id, action }: CallingProvider, connection: Connection) {
	const isOnly = action.connections.length === 1;
	return { provider: [id], ...(isOnly ? {} : { authentication: [connection.id] }) };
}

/** The connection that a new node has chosen. */
function firstOf(ways: readonly Connection[]): string {
	return ways[0].id;
}
