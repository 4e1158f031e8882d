'use strict';

const { packPackage, startN8n } = require('../../tools/n8n-host');
const { INSPECTED } = require('../../tools/reliability/memory');
const { loopOverItems, sleepThroughRestart } = require('../../tools/reliability/scenarios/waits');

/** Of each call: the forged event refused, the result there once, though it came twice. */
const allRight = (calls) => ({ calls, lost: 0, twice: 0, forgedAccepted: 0 });

describe('Create and Wait in an n8n that is killed and restarted', () => {
	let host;

	beforeAll(async () => {
		host = await startN8n({ tarball: await packPackage(), env: INSPECTED });
	});
	afterAll(async () => await host?.stop());

	test('100 executions sleep, n8n is killed, and each wakes with its own result, once', async () => {
		const waited = await sleepThroughRestart(host, { count: 100, how: 'killed' });
		expect(waited).toMatchObject(allRight(100));
	});

	test('a restart while executions sleep changes nothing', async () => {
		const waited = await sleepThroughRestart(host, { count: 5, how: 'stopped' });
		expect(waited).toMatchObject(allRight(5));
	});

	test('a result that comes again does not end the wait for the next call of a loop', async () => {
		expect(await loopOverItems(host, { count: 10 })).toMatchObject(allRight(10));
	});
});
