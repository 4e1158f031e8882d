import type { IDataObject } from 'n8n-workflow';
import type { Connection, Idempotency, Operation } from '../../nodes/providers/common/action';
import { attemptsOf } from '../../nodes/VoiceCall/onceOnly/attempts';
import { executeOnce } from '../../nodes/VoiceCall/onceOnly/executeOnce';
import { identityOf } from '../../nodes/VoiceCall/onceOnly/identity';
import type { Outcome } from '../../nodes/VoiceCall/outcome';
import type { NodeRun, Task } from '../../nodes/VoiceCall/task';
import { createRateLimit } from '../../nodes/VoiceCall/transport/rateLimit';

/**
 * How long a request may be sent again under its idempotency key: as long as the provider remembers the key,
 * less five seconds for the way. The provider here is made up.
 */

const START = Date.parse('2026-09-01T10:00:00Z');
const SECOND = 1000;

type Fate = () => unknown;
/** The request left, and nobody knows what became of it. */
const lost: Fate = () => {
	throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
};
const placed: Fate = () => ({ statusCode: 200, headers: {}, body: '{"id":"c-1"}' });
const refused: Fate = () => ({ statusCode: 422, headers: {}, body: '{"error":"no"}' });

let memory: IDataObject;
let sent: IDataObject[];
let fates: Fate[];

beforeEach(() => {
	jest.useFakeTimers({ now: START });
	memory = {};
	sent = [];
	fates = [];
});
afterEach(() => {
	jest.useRealTimers();
});

/** Lets time pass. */
const pass = (seconds: number) => jest.setSystemTime(Date.now() + seconds * SECOND);

/** Runs the node's item once, in an execution; the pauses between attempts take no time in the test. */
async function run(lifetimeSeconds?: number, executionId = '7'): Promise<Outcome> {
	let isOver = false;
	const running = start(lifetimeSeconds, executionId).finally(() => (isOver = true));
	while (!isOver) await jest.advanceTimersByTimeAsync(SECOND / 2);
	return await running;
}

async function start(lifetimeSeconds: number | undefined, executionId: string): Promise<Outcome> {
	const idempotency: Idempotency = { member: 'command_id', lifetimeSeconds };
	const operation: Operation = {
		name: 'create',
		fields: [],
		repeatable: false,
		idempotency,
		request: () => ({
			method: 'POST',
			path: '/calls',
			body: { to: '+14155550123' },
			callee: '+14155550123',
		}),
		receipt: ({ id }) => ({
			callId: (id as string | undefined) ?? null,
			status: null,
			message: null,
		}),
	};
	const context = {
		getContext: () => memory,
		getExecutionId: () => executionId,
		getNode: () => ({ id: 'node-1', name: 'Voice Call' }),
		helpers: {
			httpRequestWithAuthentication: async (_type: string, { body }: { body: string }) => {
				sent.push(JSON.parse(body) as IDataObject);
				const fate = fates.shift() ?? placed;
				return await Promise.resolve(fate());
			},
		},
	};
	const position = { runIndex: 0, isTool: false, parameters: '{}' };
	const nodeRun = {
		context,
		position,
		settings: { maxWait: 0 },
		attempts: attemptsOf(context as never, position),
		rateLimit: createRateLimit(undefined),
		signal: undefined,
	} as unknown as NodeRun;
	const request = operation.request(() => '');
	const task = {
		connection: { isFailure: () => false } as unknown as Connection,
		operation,
		request,
		itemIndex: 0,
		identity: identityOf(position, 0, {}, 'example', operation, request),
		endpoint: {
			credentialType: 'exampleApi',
			address: 'https://api.example.com',
			timeout: 5000,
			redact: (value: unknown) => value,
		},
	} as unknown as Task;
	return await executeOnce(nodeRun, task);
}

const keys = () => new Set(sent.map((body) => body.command_id));

test('a lost request is sent again under the same key', async () => {
	fates = [lost];
	expect(await run(60)).toMatchObject({ kind: 'done', receipt: { callId: 'c-1' } });
	expect(sent).toHaveLength(2);
	expect(keys().size).toBe(1);
});

/** Leaves a request unclear, which fails each of its four attempts. */
async function unclearBefore(lifetimeSeconds?: number) {
	fates = [lost, lost, lost, lost];
	expect(await run(lifetimeSeconds)).toMatchObject({ kind: 'unclear' });
	expect(sent).toHaveLength(4);
}

test('so is one of an earlier run, while the provider remembers the key', async () => {
	await unclearBefore(60);
	pass(50);
	expect(await run(60)).toMatchObject({ kind: 'done', receipt: { callId: 'c-1' } });
	expect(sent).toHaveLength(5);
	expect(keys().size).toBe(1);
});

test.each([55, 60, 3600])(
	'%i seconds later a key of 60 is no longer relied upon: unclear, and nothing is sent',
	async (seconds) => {
		await unclearBefore(60);
		pass(seconds);
		expect(await run(60)).toMatchObject({ kind: 'unclear', code: 'earlier attempt' });
		expect(sent).toHaveLength(4);
		// Nor does asking once more help.
		expect(await run(60)).toMatchObject({ kind: 'unclear', code: 'earlier attempt' });
		expect(sent).toHaveLength(4);
	},
);

test('a key whose time runs out while nobody answers is not used again', async () => {
	fates = [
		() => {
			pass(55);
			return lost();
		},
	];
	expect(await run(60)).toMatchObject({ kind: 'unclear', code: 'ECONNRESET' });
	expect(sent).toHaveLength(1);
});

test('the time runs from the first attempt, not from the last', async () => {
	await unclearBefore(60);
	pass(40);
	fates = [lost, lost, lost, lost];
	expect(await run(60)).toMatchObject({ kind: 'unclear' });
	expect(sent).toHaveLength(8);
	pass(20);
	expect(await run(60)).toMatchObject({ kind: 'unclear', code: 'earlier attempt' });
	expect(sent).toHaveLength(8);
});

test('a refusal of the repeated request leaves it unclear: it says nothing of the first', async () => {
	fates = [lost, refused];
	expect(await run(60)).toMatchObject({ kind: 'unclear', code: 'ECONNRESET' });
	expect(sent).toHaveLength(2);
});

test('a key that is never forgotten serves at any time', async () => {
	await unclearBefore();
	pass(365 * 24 * 3600);
	expect(await run()).toMatchObject({ kind: 'done' });
	expect(keys().size).toBe(1);
});

describe('in a new execution, which a person started after having been told', () => {
	test('the key serves while the provider remembers it', async () => {
		await unclearBefore(60);
		pass(30);
		expect(await run(60, '8')).toMatchObject({ kind: 'done' });
		expect(keys().size).toBe(1);
	});

	test('later it is a request of its own, under another key', async () => {
		await unclearBefore(60);
		pass(60);
		expect(await run(60, '8')).toMatchObject({ kind: 'done' });
		expect(sent).toHaveLength(5);
		expect(keys().size).toBe(2);
	});
});
