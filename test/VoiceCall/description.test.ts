import type { INodeProperties } from 'n8n-workflow';
import { providers } from '../../nodes/providers';
import { VoiceCall } from '../../nodes/VoiceCall/VoiceCall.node';

const { description, methods } = new VoiceCall();

const connections = providers.flatMap(({ id, action, trigger }) =>
	(action?.connections ?? []).map((connection) => ({
		provider: id,
		// Answering a live request needs no credential.
		isAsked: trigger.live !== undefined,
		isOnly: action?.connections.length === 1,
		connection,
	})),
);

/** The fields that the form shows for these choices. */
function shownFor(choices: Record<string, unknown>): INodeProperties[] {
	return description.properties.filter(({ displayOptions }) =>
		Object.entries(displayOptions?.show ?? {}).every(([name, values]) =>
			(values as unknown[]).includes(choices[name]),
		),
	);
}

describe('the form of Voice Call', () => {
	test.each(
		connections.flatMap(({ provider, connection }) =>
			connection.operations.map((operation) => ({
				provider,
				authentication: connection.id,
				resource: operation.resource ?? 'call',
				operation: operation.name,
				fields: operation.fields,
			})),
		),
	)('$provider $authentication $resource $operation shows its own fields', (entry) => {
		const { fields, ...choices } = entry;
		// Fields that depend on another one of the operation, as a new node shows them.
		const start = Object.fromEntries(fields.map(({ name, default: value }) => [name, value]));
		const expected = fields
			.filter(({ displayOptions }) =>
				Object.entries(displayOptions?.show ?? {}).every(([name, values]) =>
					values?.includes(start[name] as string),
				),
			)
			.map(({ name }) => name);
		const names = shownFor({ ...start, ...choices } as never).map(({ name }) => name);
		const common = ['provider', 'authentication', 'resource', 'operation', 'options'];
		expect(names.filter((name) => !common.includes(name))).toEqual(expected);
		expect(new Set(names).size).toBe(names.length);
	});

	test.each(connections)('lists the credential of $provider', (entry) => {
		const { provider, isOnly, isAsked, connection } = entry;
		const listed = description.credentials?.filter(
			({ name }) => name === connection.credentialType,
		);
		expect(listed).toEqual([
			{
				name: connection.credentialType,
				required: true,
				displayOptions: {
					show: {
						'/provider': [provider],
						...(isOnly ? {} : { '/authentication': [connection.id] }),
					},
					...(isAsked ? { hide: { '/resource': ['request'] } } : {}),
				},
				testedBy: connection.credentialType,
			},
		]);
		expect(methods.credentialTest).toHaveProperty(connection.credentialType);
	});

	// n8n's editor hides a parameter that a credential names without a slash.
	test('keeps provider and authentication in the form', () => {
		for (const { displayOptions } of description.credentials ?? []) {
			for (const name of Object.keys(displayOptions?.show ?? {})) expect(name).toMatch(/^\//);
		}
	});

	test('lists no credential besides', () => {
		expect(description.credentials).toHaveLength(connections.length);
	});

	test('warns an AI agent that it places real calls', () => {
		expect(description.usableAsTool).toBe(true);
		expect(description.description).toMatch(/places a real one.*rings a person and costs money/);
	});
});
