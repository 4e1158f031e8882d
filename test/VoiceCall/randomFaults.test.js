'use strict';

/**
 * Calls that meet faults at random while n8n and people try again, with fields that change from try to
 * try: whatever happens, no number rings twice, and what the node says is what was done.
 *
 *     VOICE_CALL_SEED=<text> VOICE_CALL_RUNS=5000 npx jest randomFaults --selectProjects unit
 */

const { randomBytes } = require('node:crypto');
const { createRandom } = require('../../tools/reliability/random');
const { newExecution, runNode } = require('./runNode');
const { credentialsFor, credentialTypeOf, startSimulator, ways } = require('./standIn');

const RUNS = Number(process.env.VOICE_CALL_RUNS ?? 720);
const SEED = process.env.VOICE_CALL_SEED ?? randomBytes(4).toString('hex');
/** Runs under way at a time: most of a run's time is waiting. */
const AT_ONCE = 90;

const names = Object.keys(ways);
const byKey = 'HuskyVoice by API key';
const faults = [
	{ how: 'slow', delayMs: 1300 },
	{ how: 'error-before' },
	{ how: 'error-after' },
	{ how: 'error-after', status: 503 },
	{ how: 'error-before', status: 400 },
	{ how: 'error-before', status: 409 },
	{ how: 'rate-limited', retryAfter: 1 },
	{ how: 'reset-before' },
	{ how: 'reset-after' },
	{ how: 'success-false' },
	{ how: 'html', status: 200 },
	{ how: 'html', status: 404 },
	{ how: 'truncated' },
	{ how: 'unauthorized' },
];

/** Expressions that give something else each time they are evaluated. */
const changing = [
	'={{ Math.random() }}',
	'={{ $now.toMillis() + Math.random() }}',
	'={{ Number($execution.id.length) + Math.random() }}',
];

/** The fields of a call to one number, with a marker that is never the same. */
function fieldsOf(way, number, expression) {
	const { create, markedByItem = {} } = ways[way];
	const changed = JSON.stringify(markedByItem).replaceAll('$json.id', () =>
		expression.slice(4, -3),
	);
	const fields = { ...create(expression), ...JSON.parse(changed), options: { timeout: 1 } };
	const name = ['to', 'toNumber', 'contactNumber', 'phoneNumber', 'customerNumber'].find(
		(each) => each in fields,
	);
	return { ...fields, [name]: number };
}

describe(`Voice Call under random faults, seed ${SEED}`, () => {
	let simulator;
	let credentials;
	beforeAll(async () => {
		simulator = await startSimulator({ limit: null });
		credentials = credentialsFor(simulator);
	});
	afterAll(async () => await simulator.stop());

	/** One call with all that is tried for it; tells what was wrong, if anything. */
	async function playOne(index) {
		const random = createRandom(`${SEED} ${index}`);
		const way = random.pick(names);
		const number = `+91${9_000_000_000 + index}`;
		const meant = Array.from({ length: random.integer(4) }, () => random.pick(faults));
		for (const fault of meant) {
			simulator.misbehave({ ...fault, when: ({ body }) => body.includes(number) });
		}
		const parameters = fieldsOf(way, number, random.pick(changing));
		const type = credentialTypeOf(parameters);
		const execution = newExecution();
		const tried = [];
		const tryOnce = async (executionId) => {
			const [{ json }] = await runNode({
				parameters,
				credentials: { [type]: credentials[type] },
				settings: { onError: 'continueRegularOutput' },
				execution,
				executionId,
			});
			tried.push(json.success ? 'done' : json.error.reason);
			return json;
		};

		let last = await tryOnce(`${index}`);
		// "Retry On Fail", and then a person who retries the execution: not after an unclear answer, unless
		// a key protects the call.
		for (let more = random.integer(3); more > 0 && !last.success; more -= 1) {
			last = await tryOnce(`${index}`);
		}
		const isSafe = last.error?.reason !== 'unclear' || way === byKey;
		if (!last.success && isSafe) last = await tryOnce(`${index}-again`);

		const rung = simulator.calls.filter(({ contact }) => contact === number);
		const isRight = last.success
			? rung.length === 1 && rung[0].id === last.callId
			: rung.length === 0 || (rung.length === 1 && last.error.reason === 'unclear');
		return isRight ? undefined : { index, way, meant, tried, rung: rung.length };
	}

	test(`${RUNS} calls: none rings twice, and none is reported wrongly`, async () => {
		const wrong = [];
		let next = 0;
		const oneAfterAnother = async () => {
			while (next < RUNS) {
				next += 1;
				const problem = await playOne(next);
				if (problem !== undefined) wrong.push(problem);
			}
		};
		await Promise.all(Array.from({ length: AT_ONCE }, oneAfterAnother));
		expect(wrong).toEqual([]);
		expect(simulator.calls.length).toBeGreaterThan(RUNS / 10);
	}, 600_000);
});
