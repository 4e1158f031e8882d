import type { IDataObject } from 'n8n-workflow';
import type { Connection, Operation } from '../../nodes/providers/common/action';
import { outcomeOf } from '../../nodes/VoiceCall/outcomeOf';
import { reads } from '../../nodes/VoiceCall/operations';
import { callingProviders } from '../../nodes/VoiceCall/registry';

/** What an answer with a status of success means, for every operation of every provider. */

interface Tried {
	title: string;
	connection: Connection;
	operation: Operation;
}

const all: Tried[] = callingProviders.flatMap(({ id, action }) =>
	action.connections.flatMap((connection) =>
		connection.operations
			.filter(({ file, paging }) => file === undefined && paging === undefined)
			.map((operation) => ({
				title: `${id}, ${connection.id}, ${operation.resource ?? 'call'} ${operation.name}`,
				connection,
				operation,
			})),
	),
);
const reading = all.filter(({ operation }) => reads(operation));
const changing = all.filter(({ operation }) => !reads(operation));

function outcome({ connection, operation }: Tried, status: number, body: unknown) {
	const answer = {
		status,
		json: body,
		exact: body,
		isText: true,
		isEmpty: body === undefined,
		file: undefined,
		contentType: 'application/json',
		location: undefined,
		retryAfter: undefined,
	};
	const callId = operation.name === 'create' ? undefined : 'c1';
	const request = {
		method: 'POST',
		path: '',
		...(callId === undefined ? {} : { callId }),
	} as const;
	return outcomeOf({ kind: 'answered', answer }, { connection, operation, request });
}

test('there is enough to try', () => {
	expect(changing.length).toBeGreaterThan(35);
	expect(reading.length).toBeGreaterThanOrEqual(8);
});

const FAILURES: IDataObject[] = [
	{ success: 'false' },
	{ success: 'False', message: 'no' },
	{ success: '0' },
	{ ok: 0 },
	{ ok: '0' },
	{ status: 'error' },
	{ status: 'ERROR', message: 'no' },
	{ error: 1 },
	{ error: 'true' },
	{ error_code: 'E1' },
	{ faultcode: 'Client', faultstring: 'no' },
	{ lastError: { message: 'no' } },
	{ api_error: 'no' },
	{ failed: 1 },
	{ isError: '1' },
	{ hasErrors: 'yes' },
	{ code: 404 },
	{ title: 'Bad Request', status: '400' },
	{ data: { error: 'no' } },
	{ data: { errors: [{ message: 'no' }] } },
	{ data: { success: 'false' } },
	{ data: [{ error: 'no' }] },
	{ result: 'failed' },
];

describe.each(all)('$title', (tried) => {
	test.each(FAILURES)('%j is a failure', (body) => {
		expect(outcome(tried, 200, body).kind).toBe('refused');
	});
});

// What Vapi answers to a command is not documented, so that its status counts.
describe.each(all.filter(({ operation }) => operation.control === undefined))('$title', (tried) => {
	test.each([
		['nothing', {}],
		['a list', []],
		['a list of failures', [{ error: 'no' }]],
		['a word', 'ok'],
		['true', true],
		['null', null],
		['an empty body', undefined],
		['no errors', { errors: [] }],
		['no data', { data: null }],
		['an empty list within', { data: [] }],
		['something else', { hello: 'world' }],
	])('%s is no evidence', (_, body) => {
		expect(outcome(tried, 200, body).kind).toBe('unclear');
	});
});

/** The member that names a call, where the provider has one. */
const NAMES = ['call_id', 'conversation_id', 'voice_id', 'callId', 'id', 'call_control_id'];
const named = (id: unknown): IDataObject => ({
	...(Object.fromEntries(NAMES.map((name) => [name, id])) as IDataObject),
	data: Object.fromEntries(NAMES.map((name) => [name, id])) as IDataObject,
});

describe.each(all.filter(({ operation }) => operation.name === 'create' || reads(operation)))(
	'$title',
	(tried) => {
		test('an answer that names the call is evidence', () => {
			expect(outcome(tried, 200, named('c1'))).toMatchObject({
				kind: 'done',
				receipt: { callId: 'c1' },
			});
		});

		test.each([
			[null],
			[''],
			[' '],
			[0],
			['0'],
			[-1],
			[false],
			[true],
			['null'],
			['undefined'],
			['None'],
			['N/A'],
			['NaN'],
			['[object Object]'],
			[{ a: 1 }],
			[['c1']],
		])('the ID %j is none', (id) => {
			expect(outcome(tried, 200, named(id))).toMatchObject({
				kind: 'unclear',
				code: 'an answer without a call ID',
			});
		});
	},
);

test('a command to Vapi whose answer says that it failed is not done', () => {
	const [tried] = changing.filter(({ operation }) => operation.control !== undefined);
	for (const body of [
		{ message: 'Call not found' },
		{ detail: 'An error occurred.' },
		{ id: 'another' },
	]) {
		expect(outcome(tried, 200, body).kind).toBe('unclear');
	}
	for (const body of [undefined, {}, { message: 'ok' }, { id: 'c1' }]) {
		expect(outcome(tried, body === undefined ? 204 : 200, body).kind).toBe('done');
	}
});

test('a call that was read may have failed', () => {
	for (const tried of reading) {
		const failed = { ...named('c1'), status: 'error' };
		expect(outcome(tried, 200, failed).kind).toBe('done');
	}
});
