import type { INodeProperties } from 'n8n-workflow';
import { defaultProviderId } from '../providers';
import type { Connection } from '../providers/common/action';
import { answerForm } from './answer/form';
import { callingProviders, formProviders, type CallingProvider } from './registry';
import { options } from './options';
import { offeredBy } from './offered';
import { NOT_IN_TOOLS, onlyRequest, resource, shownIn } from './resource';

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

function shownFor({ id, action }: CallingProvider, connection: Connection) {
	const isOnly = action.connections.length === 1;
	return { provider: [id], ...(isOnly ? {} : { authentication: [connection.id] }) };
}

/** The connection that a new node has chosen. */
function firstOf(ways: readonly Connection[]): string {
	return ways[0].id;
}
