'use strict';

const { randomBytes } = require('node:crypto');
const fs = require('node:fs');
const {
	assertPortIsFree,
	freePort,
	packPackage,
	startN8n,
	waitForWebhook,
} = require('../../tools/n8n-host');
const { sampleEvent, uniqueFacts } = require('../../tools/simulator/events');
const { send } = require('../../tools/simulator/sender');
const { signedDelivery } = require('../../tools/simulator/sign');
const { publishTriggerWorkflow } = require('./triggerWorkflow');

const credentialData = { signingSecret: randomBytes(24).toString('hex') };
const genuine = () => {
	const event = sampleEvent('huskyVoice', 'call.completed', uniqueFacts());
	return signedDelivery('huskyVoice', event, credentialData);
};

describe('the n8n that tests run in', () => {
	test('an n8n that cannot start says why and leaves nothing running', async () => {
		const port = await freePort();
		const env = { DB_TYPE: 'postgresdb', DB_POSTGRESDB_PORT: String(await freePort()) };
		await expect(startN8n({ port, env })).rejects.toThrow(
			/^n8n start ended while starting .*\. Its last lines say why:\n.*ECONNREFUSED/s,
		);
		await expect(assertPortIsFree(port)).resolves.toBeUndefined();
	});

	test('killed and started again, it still listens and knows what it has run', async () => {
		const host = await startN8n({ tarball: await packPackage() });
		try {
			const client = await host.signIn();
			const { url, workflow } = await publishTriggerWorkflow(client, {
				provider: 'huskyVoice',
				credentialType: 'huskyVoiceWebhookApi',
				credentialData,
			});
			expect(await send(url, genuine())).toMatchObject({ status: 200 });
			await client.waitForExecutions(workflow.id, 1);

			await host.kill();
			expect(host.isRunning()).toBe(false);
			await expect(send(url, genuine())).rejects.toThrow(/ECONNREFUSED/);

			await host.restart();
			await waitForWebhook(url);
			expect(await send(url, genuine())).toMatchObject({ status: 200 });
			expect(await client.waitForExecutions(workflow.id, 2)).toHaveLength(2);
		} finally {
			await host.stop();
		}
		expect(fs.existsSync(host.userFolder)).toBe(false);
	});
});
