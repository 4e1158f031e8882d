'use strict';

const { setTimeout: delay } = require('node:timers/promises');
const { packPackage, startN8n } = require('../../tools/n8n-host');
const { send } = require('../../tools/simulator/sender');
const { genuine, randomText, subjectOf } = require('../VoiceCallTrigger/subjects');
const { publishTriggerWorkflow } = require('./triggerWorkflow');

const husky = subjectOf('huskyVoice');

/** For so long, as documented, a secret that was removed may still count. */
const KEPT_MS = 10_000;

/** An n8n of its own that prints every statement that it sends to its database. */
const env = {
	N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true',
	DB_LOGGING_ENABLED: 'true',
	DB_LOGGING_OPTIONS: 'query',
};

describe('the credential of the trigger', () => {
	let host;
	let client;
	let published;
	let secret;
	/** What n8n has printed of late. */
	let heard = '';

	beforeAll(async () => {
		const onOutput = (chunk) => (heard += chunk);
		host = await startN8n({ tarball: await packPackage(), env, onOutput });
		client = await host.signIn();
	});

	afterAll(async () => await host?.stop());

	beforeEach(async () => {
		secret = randomText();
		published = await publish({ signingSecret: secret });
	});

	afterEach(async () => {
		await client.deleteWorkflow(published.workflow.id);
		heard = '';
	});

	const publish = (credentialData) =>
		publishTriggerWorkflow(client, {
			provider: husky.id,
			credentialType: husky.credentialType,
			credentialData,
		});

	const save = async (data) => {
		const { id, name, type } = published.credential;
		await client.updateCredential(id, { name, type, data });
	};

	const post = async (signingSecret) => {
		const sender = { signingSecret };
		return (await send(published.url, genuine({ ...husky, sender }))).status;
	};

	const postEach = async (...secrets) => {
		const statuses = [];
		for (const each of secrets) statuses.push(await post(each));
		return statuses;
	};

	/** How often n8n asks its database for the credential while some work is done. */
	async function countReads(work) {
		heard = '';
		await work();
		await delay(500);
		const { id } = published.credential;
		return heard
			.split('\n')
			.filter((line) => line.includes('"CredentialsEntity"."data"') && line.includes(`["${id}"`))
			.length;
	}

	/**
	 * Sends one event after the other until told to stop.
	 *
	 * @returns {{ stop: () => Promise<{ sentAt: number, status: number }[]> }}
	 */
	function startSending(signingSecret, senders = 4) {
		const answers = [];
		let goesOn = true;
		const sendOn = async () => {
			while (goesOn) {
				const sentAt = performance.now();
				answers.push({ sentAt, status: await post(signingSecret) });
			}
		};
		const all = Promise.all(Array.from({ length: senders }, sendOn));
		return {
			stop: async () => {
				goesOn = false;
				await all;
				return answers;
			},
		};
	}

	test('is read for the first of many events, and not for those after it', async () => {
		const reads = await countReads(async () => {
			expect(await postEach(...Array(20).fill(secret))).toEqual(Array(20).fill(200));
		});
		// Once as n8n hands it out, once as it was saved; a slow machine may need more than ten seconds.
		expect(reads).toBeGreaterThanOrEqual(2);
		expect(reads).toBeLessThanOrEqual(6);
	});

	test('is read once at most for each forged event, and for none that a header gives away', async () => {
		await postEach(secret);
		await delay(500);
		const one = async () => expect(await post(randomText())).toBe(401);
		const inTurn = await countReads(async () => {
			for (let sent = 0; sent < 10; sent += 1) await one();
		});
		expect(inTurn).toBe(10);
		const atOnce = await countReads(() => Promise.all(Array.from({ length: 40 }, one)));
		expect(atOnce).toBeLessThanOrEqual(40);
		const headers = { 'Content-Type': 'application/json', 'X-Husky-Signature': 'forged' };
		const byHeader = await countReads(async () => {
			const body = Buffer.from('{}');
			expect((await send(published.url, { headers, body })).status).toBe(401);
		});
		expect(byHeader).toBe(0);
	});

	test('with a new secret counts at once, under load as well', async () => {
		const underLoad = startSending(secret);
		await delay(1000);
		const added = randomText();
		await save({ signingSecret: added, previousSigningSecret: secret });
		const statuses = await Promise.all(Array.from({ length: 20 }, () => post(added)));
		expect(statuses).toEqual(Array(20).fill(200));
		const answers = await underLoad.stop();
		expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
	});

	test.each([
		['that lost a secret', () => save({ signingSecret: randomText() }), 401],
		['that was deleted', () => client.deleteCredential(published.credential.id), 503],
	])('%s lets nothing in after ten seconds, under load either', async (_, change, status) => {
		expect(await postEach(secret)).toEqual([200]);
		const underLoad = startSending(secret);
		await delay(500);
		await change();
		const changedAt = performance.now();
		await delay(KEPT_MS + 3000);
		const answers = await underLoad.stop();
		const late = answers.filter(({ sentAt }) => sentAt > changedAt + KEPT_MS);
		expect(late.length).toBeGreaterThan(0);
		expect(new Set(late.map((answer) => answer.status))).toEqual(new Set([status]));
		// And lets nobody in again.
		const statuses = answers.map((answer) => answer.status);
		expect(statuses.slice(statuses.lastIndexOf(200) + 1 + 4)).not.toContain(200);
	});

	test('that lost a secret lets nothing in once it was read for a forged event', async () => {
		expect(await postEach(secret, secret)).toEqual([200, 200]);
		await save({ signingSecret: randomText() });
		expect(await postEach(randomText(), secret)).toEqual([401, 401]);
	});

	test('is read for each event where it holds an expression', async () => {
		await save({ signingSecret: `={{ '${secret}' }}` });
		const reads = await countReads(async () => {
			expect(await postEach(...Array(5).fill(secret))).toEqual(Array(5).fill(200));
		});
		// And once as it was saved, which tells that it is not to be kept.
		expect(reads).toBe(6);
		const other = randomText();
		await save({ signingSecret: `={{ '${other}' }}` });
		expect(await postEach(secret, other)).toEqual([401, 200]);
	});
});
