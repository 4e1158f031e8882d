'use strict';

const { startGate } = require('../../tools/reliability/gate');
const {
	servicesProgramsProblem,
	startOwnServices,
} = require('../../tools/reliability/ownServices');
const { startQueueMode } = require('../../tools/reliability/queueMode');
const { stopPostgres, stopRedis } = require('../../tools/reliability/scenarios/services');
const { describeUnless } = require('./conditions');

const problem = servicesProgramsProblem();
const describeOutages = describeUnless(problem, 'Outages of PostgreSQL and Redis are not tested');

const load = { perSecond: 4, seconds: 3, factor: 0.25, retries: 20 };

describeOutages('Voice Call Trigger in queue mode', () => {
	let services;
	let cluster;
	let gate;
	let client;
	const stage = () => {
		const storage = { postgres: services.postgres };
		return { cluster, client, storage, services, receivers: [gate] };
	};

	beforeAll(async () => {
		services = await startOwnServices();
		cluster = await startQueueMode(services, { webhooks: 0, workers: 1 });
		gate = await startGate([cluster.main]);
		client = await cluster.main.signIn();
	});

	afterAll(async () => {
		await gate?.stop();
		await cluster?.stop();
		await services?.remove();
	});

	test.each([
		['Redis', stopRedis],
		['PostgreSQL', stopPostgres],
	])('loses nothing while %s is stopped and started again', async (_, stop) => {
		const reckoning = await stop(stage(), load);
		expect(reckoning).toMatchObject({ accepted: reckoning.sent, lost: 0, refused: 0, unsent: 0 });
	});
});
