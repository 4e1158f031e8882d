import * as fc from 'fast-check';
import {
	createDuplicateGuard,
	type Claim,
	type DuplicateGuard,
} from '../../nodes/VoiceCallTrigger/duplicates/guard';

/** What a guard should know: which keys were taken, and who waits for which key in what order. */
interface Model {
	seen: Set<string>;
	/** Deliveries of each key: the first one has the claim, the others wait. */
	queues: Map<string, number[]>;
	deliveries: number;
}

interface Real {
	guard: DuplicateGuard;
	/** The outcome of each delivery so far; absent while it waits. */
	outcomes: Map<number, Claim | 'duplicate'>;
}

type Command = fc.AsyncCommand<Model, Real>;

async function settled() {
	for (let turn = 0; turn < 40; turn += 1) await Promise.resolve();
}

/** Who has been answered, and how, must be the same in both. */
async function compare(model: Model, real: Real) {
	await settled();
	const holding = [...model.queues.values()].flatMap((queue) => queue.slice(0, 1));
	for (const [delivery, outcome] of real.outcomes) {
		if (outcome === 'duplicate') expect(holding).not.toContain(delivery);
	}
	for (const delivery of holding) expect(real.outcomes.get(delivery)).toMatchObject({});
	const waiting = [...model.queues.values()].flatMap((queue) => queue.slice(1));
	for (const delivery of waiting) expect(real.outcomes.has(delivery)).toBe(false);
	expect(real.outcomes.size + waiting.length).toBe(model.deliveries);
	expect(new Set(real.guard.newest(1000).map(([key]) => key))).toEqual(model.seen);
}

/** A delivery arrives. */
class Arrive implements Command {
	constructor(private readonly key: string) {}

	check = () => true;

	async run(model: Model, real: Real) {
		const delivery = model.deliveries;
		model.deliveries += 1;
		if (!model.seen.has(this.key)) {
			model.queues.set(this.key, [...(model.queues.get(this.key) ?? []), delivery]);
		}
		void real.guard.claim(this.key, 0).then((claim) => {
			real.outcomes.set(delivery, claim ?? 'duplicate');
		});
		await compare(model, real);
	}

	toString = () => `arrive(${this.key})`;
}

/** n8n answers the delivery that holds the claim. */
class Answer implements Command {
	constructor(
		private readonly key: string,
		private readonly accepted: boolean,
	) {}

	check = ({ queues }: Readonly<Model>) => (queues.get(this.key) ?? []).length > 0;

	async run(model: Model, real: Real) {
		const [first, ...others] = model.queues.get(this.key) ?? [];
		const claim = real.outcomes.get(first) as Claim;
		if (this.accepted) {
			claim.commit();
			model.seen.add(this.key);
			model.queues.delete(this.key);
		} else {
			claim.release();
			model.queues.set(this.key, others);
		}
		await compare(model, real);
	}

	toString = () => `answer(${this.key}, ${this.accepted ? 'accepted' : 'failed'})`;
}

/** Another process tells what it saw. */
class Recall implements Command {
	constructor(private readonly key: string) {}

	// A key in flight here stays in flight: both processes then start the workflow, nothing is lost.
	check = ({ queues }: Readonly<Model>) => (queues.get(this.key) ?? []).length === 0;

	async run(model: Model, real: Real) {
		real.guard.recall([[this.key, 0]]);
		model.seen.add(this.key);
		await compare(model, real);
	}

	toString = () => `recall(${this.key})`;
}

const key = fc.constantFrom('a', 'b', 'c');

test('whatever happens in whatever order, each key is taken once and none is lost', async () => {
	const commands = fc.commands(
		[
			key.map((name) => new Arrive(name)),
			fc.tuple(key, fc.boolean()).map(([name, accepted]) => new Answer(name, accepted)),
			key.map((name) => new Recall(name)),
		],
		{ size: 'medium', maxCommands: 60 },
	);
	await fc.assert(
		fc.asyncProperty(commands, async (run) => {
			const setup = () => ({
				model: { seen: new Set<string>(), queues: new Map<string, number[]>(), deliveries: 0 },
				real: {
					guard: createDuplicateGuard({ maxKeys: 100, maxAge: 1000 }),
					outcomes: new Map<number, Claim | 'duplicate'>(),
				},
			});
			await fc.asyncModelRun(setup, run);
		}),
		{ numRuns: 200 },
	);
});

test('however many keys are seen, the memory stays in its bounds', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 1, max: 20 }),
			fc.array(fc.tuple(fc.string({ maxLength: 3 }), fc.nat({ max: 5000 })), { maxLength: 80 }),
			async (maxKeys, arrivals) => {
				const guard = createDuplicateGuard({ maxKeys, maxAge: 1000 });
				for (const [name, now] of arrivals.sort(([, a], [, b]) => a - b)) {
					(await guard.claim(name, now))?.commit();
					const kept = guard.newest(1000);
					expect(kept.length).toBeLessThanOrEqual(maxKeys);
					expect(kept.every(([, seenAt]) => now - seenAt <= 1000)).toBe(true);
				}
			},
		),
	);
});
