import type { INodeProperties } from 'n8n-workflow';
import { defaultProviderId } from '../providers';
import type { Connection, ResourceName } from '../providers/common/action';
import { optionOf, resourceOf, RESOURCES } from './operations';
import { callingProviders, type CallingProvider } from './registry';
import { options } from './options';

const provider: INodeProperties = {
	displayName: 'Provider',
	name: 'provider',
	type: 'options',
	noDataExpression: true,
	options: callingProviders.map(({ id, name }) => ({ name, value: id })),
	default: defaultProviderId,
	description: 'The platform that places the call',
};

/** The resources that a provider's calls have, in the form's order. */
const resourcesOf = ({ action }: CallingProvider): ResourceName[] =>
	[...new Set(action.connections.flatMap((way) => way.operations.map(resourceOf)))].sort();

/** One choice of resource for each set of them, shown for the providers that have these. */
const resources = [...new Set(callingProviders.map((each) => resourcesOf(each).join()))].map(
	(set): INodeProperties => ({
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: (set.split(',') as ResourceName[]).map((name) => RESOURCES[name]),
		default: 'call',
		displayOptions: {
			show: {
				provider: callingProviders
					.filter((each) => resourcesOf(each).join() === set)
					.map(({ id }) => id),
			},
		},
	}),
);

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

const connections = callingProviders.flatMap((calling) =>
	calling.action.connections.map((connection) => ({
		connection,
		show: shownFor(calling, connection),
	})),
);

const operations = connections.flatMap(({ connection, show }) =>
	[...new Set(connection.operations.map(resourceOf))].map((resource): INodeProperties => {
		const options = connection.operations
			.filter((operation) => resourceOf(operation) === resource)
			.map(optionOf)
			.sort((one, other) => one.name.localeCompare(other.name));
		return {
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			noDataExpression: true,
			options,
			default: 'create',
			displayOptions: { show: { ...show, resource: [resource] } },
		};
	}),
);

const fields = connections.flatMap(({ connection, show }) =>
	connection.operations.flatMap((operation) =>
		operation.fields.map((field) => ({
			...field,
			displayOptions: {
				...field.displayOptions,
				show: {
					...field.displayOptions?.show,
					...show,
					resource: [resourceOf(operation)],
					operation: [operation.name],
				},
			},
		})),
	),
);

/** The form of the Voice Call node, made from the registry of providers. */
export const properties: INodeProperties[] = [
	provider,
	...authentications,
	...resources,
	...operations,
	...fields,
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
