'use strict';

const { randomBytes } = require('node:crypto');
const { gzipSync } = require('node:zlib');
const { packPackage, startN8n, waitForWebhook } = require('../../tools/n8n-host');
const { startGate } = require('../../tools/reliability/gate');
const { INSPECTED, peakMb } = require('../../tools/reliability/memory');
const { withstandAttack } = require('../../tools/reliability/scenarios/hostile');
const {
	deleteCredentials,
	killSingle,
	lockDatabase,
	rotateSecrets,
} = require('../../tools/reliability/scenarios/single');
const { send } = require('../../tools/simulator/sender');
const { subjectOf } = require('../VoiceCallTrigger/subjects');
const { sinceN8n2 } = require('./conditions');
const { TRIGGER, publishTriggerWorkflow } = require('./triggerWorkflow');

const load = { perSecond: 6, seconds: 3, factor: 0.25, retries: 20 };

/** More than a heap breathes between two full collections; a leak shows in the long run (fuzz.js). */
const HEAP_BREATHES_MB = 48;

describe('Voice Call Trigger in one n8n', () => {
	let host;
	let gate;
	let client;
	const stage = () => ({ host, client, receivers: [gate] });

	beforeAll(async () => {
		const env = { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true', ...INSPECTED };
		host = await startN8n({ tarball: await packPackage(), env });
		gate = await startGate([host]);
		client = await host.signIn();
	});

	afterAll(async () => {
		await gate?.stop();
		await host?.stop();
	});

	describe('under 1,500 hostile requests while genuine events arrive', () => {
		let report;

		beforeAll(async () => {
			const seed = randomBytes(4).toString('hex');
			process.stderr.write(`Hostile traffic, seed ${seed}\n`);
			report = await withstandAttack(stage(), { count: 1500, seed, warmUp: 300 });
		});

		test('accepts nothing forged', () => {
			expect(report.forgedAccepted).toEqual([]);
		});

		test('accepts and runs every genuine event once, and nothing else', () => {
			const { genuine } = report;
			expect(genuine.sent).toBeGreaterThan(8);
			expect(genuine).toMatchObject({
				accepted: genuine.sent,
				statuses: { success: genuine.sent },
				unsent: 0,
				twice: 0,
			});
		});

		test('answers what is sent again and does not run it again', () => {
			expect(report.replays.sent).toBeGreaterThan(0);
			expect(report.replays.ignored).toBe(report.replays.sent);
		});

		test('keeps running, and gets its memory back', () => {
			const { sameProcess, memoryBefore, memoryAfter } = report;
			expect(sameProcess).toBe(true);
			expect(memoryAfter.heapMb).toBeLessThan(memoryBefore.heapMb + HEAP_BREATHES_MB);
		});
	});

	describe('while somebody listens for a test event', () => {
		const husky = subjectOf('huskyVoice');
		const mega = 2 ** 20;
		/** Small on the wire, large or deep when read. */
		const bombs = {
			'arrays in arrays': `${'['.repeat(3 * mega)}${']'.repeat(3 * mega)}`,
			'a hundred deep, a quarter of a megabyte': `[${`${'['.repeat(98)}1${']'.repeat(98)},`.repeat(1250)}1]`,
			'a long array': `[${'1,'.repeat(7 * mega)}1]`,
			'many members': `{${Array.from({ length: 20_000 }, (_, at) => `"${at}":1`).join(',')}}`,
			'escapes alone': `{"a":"${String.raw`\u00e9`.repeat(40_000)}"}`,
		};

		test.each(Object.keys(bombs))('%s costs no memory', async (name) => {
			const before = peakMb(host);
			for (const type of ['application/json', 'application/octet-stream']) {
				// One for each: n8n takes the test URL away after a delivery, in its own time.
				const published = await publishTriggerWorkflow(client, {
					provider: husky.id,
					credentialType: husky.credentialType,
					credentialData: husky.credential,
				});
				const listener = await client.listenForTest(published.workflow, TRIGGER);
				try {
					await waitForWebhook(published.testUrl);
					const { status } = await send(published.testUrl, {
						headers: {
							'Content-Type': type,
							'Content-Encoding': 'gzip',
							'X-Husky-Signature': '0'.repeat(64),
						},
						body: gzipSync(bombs[name]),
					});
					expect([401, 422]).toContain(status);
				} finally {
					await listener.close();
					await published.remove();
				}
			}
			// It was 3 GB once. What n8n itself takes to read such a body is in it.
			if (before !== undefined) expect(peakMb(host) - before).toBeLessThan(700);
		});
	});

	test('refuses nothing genuine while the secrets are rotated under load', async () => {
		const reckoning = await rotateSecrets(stage(), load);
		expect(reckoning).toMatchObject({
			accepted: reckoning.sent,
			statuses: { success: reckoning.sent },
			answers: { 200: reckoning.sent },
			lost: 0,
		});
	});

	test('loses nothing while its credentials are deleted and restored', async () => {
		const reckoning = await deleteCredentials(stage(), load);
		expect(reckoning.answers[503]).toBeGreaterThan(0);
		expect(reckoning).toMatchObject({ lost: 0, givenUp: 0, unsent: 0 });
		// Publishing the workflow again takes its address away for a moment, which is n8n's doing.
		expect(reckoning.refused).toBe(reckoning.answers[404] ?? 0);
	});

	test('loses nothing while its database cannot be written', async () => {
		const reckoning = await lockDatabase(stage(), load);
		expect(reckoning).toMatchObject({ accepted: reckoning.sent, lost: 0, refused: 0, unsent: 0 });
	});

	sinceN8n2(test)('loses nothing when it is killed under load and started again', async () => {
		const reckoning = await killSingle(stage(), load);
		expect(reckoning.attempts).toBeGreaterThan(reckoning.sent);
		expect(reckoning).toMatchObject({ accepted: reckoning.sent, lost: 0, refused: 0, unsent: 0 });
	});
});
