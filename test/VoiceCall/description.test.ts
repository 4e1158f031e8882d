import type { INodeProperties } from 'n8n-workflow';
import { providerOf, providers } from '../../nodes/providers';
import { EVENTS_URL_HINT, WITHOUT_URL } from '../../nodes/providers/common/eventsUrl';
import { waitingOperationOf } from '../../nodes/VoiceCall/wait/form';
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

	describe.each(
		connections.map((entry) => ({ ...entry, waiting: waitingOperationOf(entry.connection) })),
	)('Create and Wait with $provider', ({ provider, connection, waiting }) => {
		const choices = { provider, authentication: connection.id, resource: 'call' };

		test('is offered where a call takes an address for its events, and never to an agent', () => {
			const operation = shownFor(choices).find(({ name }) => name === 'operation');
			const option = operation?.options?.find(
				(each) => 'value' in each && each.value === 'createAndWait',
			);
			expect(option !== undefined).toBe(waiting !== undefined);
			if (option !== undefined) {
				expect(option).toMatchObject({ displayOptions: { hide: { '@tool': [true] } } });
			}
		});

		test('the credential that places the call proves its result as well', () => {
			if (waiting === undefined) return;
			const { trigger } = providerOf(provider);
			expect(connection.credentialType).toBe(trigger.credentialType);
		});

		test('asks for no address, and for what the proof needs', () => {
			if (waiting === undefined) return;
			const { trigger } = providerOf(provider);
			const shown = shownFor({ ...choices, operation: 'createAndWait' });
			const [outer, inner] = (waiting.wait.field ?? '').split('.');
			const names = shown.map(({ name }) => name);
			if (inner === undefined) expect(names).not.toContain(outer);
			const collection = shown.find(({ name }) => name === outer)?.options ?? [];
			expect(collection.map(({ name }) => name)).not.toContain(inner);
			const own = (trigger.fields ?? []).filter(({ displayOptions }) => !displayOptions);
			expect(names).toEqual(expect.arrayContaining(own.map(({ name }) => name)));
		});

		test('a field for the address, where create has one, is named', () => {
			if (waiting === undefined) return;
			const inCollection = waiting.fields.flatMap(({ options }) => options ?? []);
			const addresses = [...waiting.fields, ...inCollection]
				.map(({ name }) => name)
				.filter((name) => /(?:webhook|callback|event|server)_?url$|^webhook$/i.test(name));
			for (const name of addresses) expect(waiting.wait.field).toMatch(new RegExp(`${name}$`));
		});

		test('that field says where the address is found, and that Create and Wait needs none', () => {
			const path = waiting?.wait.field?.split('.').at(-1);
			if (path === undefined) return;
			const fields = waiting?.fields ?? [];
			const field = [...fields, ...fields.flatMap(({ options }) => options ?? [])].find(
				({ name }) => name === path,
			);
			expect(field).toMatchObject({ hint: EVENTS_URL_HINT });
			expect(field).toHaveProperty('description', expect.stringContaining(WITHOUT_URL));
		});
	});

	test('tells an AI that builds workflows what is there, and that calls are real', () => {
		const hint = description.builderHint?.searchHint ?? '';
		const values = description.properties
			.filter(({ name }) => name === 'operation' || name === 'resource')
			.flatMap(({ options }) => options ?? [])
			.flatMap((option) => ('value' in option ? [option.value] : []));
		const named = [...hint.matchAll(/\((\w+)\)/g)].map(([, value]) => value);
		expect(named.length).toBeGreaterThan(0);
		expect(values).toEqual(expect.arrayContaining(named));
		expect(hint).toMatch(/rings a real phone and costs money/);
	});

	test('warns an AI agent that it places real calls', () => {
		expect(description.usableAsTool).toBe(true);
		expect(description.description).toMatch(/places a real one.*rings a person and costs money/);
	});
});
