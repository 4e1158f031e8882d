import type { INodeProperties } from 'n8n-workflow';
import { defaultProviderId } from '../providers';
import type { Connection } from '../providers/common/action';
import { OPERATIONS } from './operations';
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

const resource: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	options: [{ name: 'Call', value: 'call' }],
	default: 'call',
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

const connections = callingProviders.flatMap((calling) =>
	calling.action.connections.map((connection) => ({
		connection,
		show: shownFor(calling, connection),
	})),
);

const operations = connections.map(({ connection, show }): INodeProperties => ({
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: connection.operations.map(({ name }) => OPERATIONS[name]),
	default: 'create',
	displayOptions: { show: { ...show, resource: ['call'] } },
}));

const fields = connections.flatMap(({ connection, show }) =>
	connection.operations.flatMap((operation) =>
		operation.fields.map((field) => ({
			...field,
			displayOptions: { show: { ...show, resource: ['call'], operation: [operation.name] } },
		})),
	),
);

/** The form of the Voice Call node, made from the registry of providers. */
export const properties: INodeProperties[] = [
	provider,
	...authentications,
	resource,
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
