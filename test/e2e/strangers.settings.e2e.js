'use strict';

/**
 * What people met elsewhere in an n8n that is set up otherwise: behind a proxy that writes addresses in
 * its own form, and with a limit of executions that makes n8n answer late.
 */

const { packPackage, startN8n } = require('../../tools/n8n-host');
const { deliverWhileBusy } = require('../../tools/reliability/scenarios/busy');
const { send } = require('../../tools/simulator/sender');
const { genuine, subjectOf } = require('../VoiceCallTrigger/subjects');
const { sinceN8n2 } = require('./conditions');
const { publishTriggerWorkflow } = require('./triggerWorkflow');

const husky = subjectOf('huskyVoice');
/** Longer than any number of seconds that a claim might be taken for lost after. */
const BUSY_SECONDS = 75;

describe('inputs of strangers, in an n8n with settings', () => {
	let host;
	let client;

	beforeAll(async () => {
		const env = {
			N8N_PROXY_HOPS: '1',
			N8N_CONCURRENCY_PRODUCTION_LIMIT: '1',
			N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true',
		};
		host = await startN8n({ tarball: await packPackage(), env });
		client = await host.signIn();
	});
	afterAll(async () => await host?.stop());

	test.each([
		['203.0.113.7', 200],
		['203.0.113.7:17085', 200],
		['2001:db8::7', 200],
		['[2001:db8::7]', 200],
		['[2001:db8::7]:443', 200],
		['::ffff:203.0.113.7', 200],
		['[::ffff:203.0.113.7]:443', 200],
		['198.51.100.8:17085', 403],
		['[2001:db9::7]:443', 403],
		['203.0.113.7:17085, 198.51.100.8:443', 403],
		['unknown', 403],
		['_hidden', 403],
	])('a proxy that writes %s: %i', async (forwarded, expected) => {
		const published = await publishTriggerWorkflow(client, {
			provider: husky.id,
			credentialType: husky.credentialType,
			credentialData: husky.credential,
			parameters: { options: { ipAllowlist: '203.0.113.7, 2001:db8::/32' } },
		});
		try {
			const { headers, body } = genuine(husky);
			const delivery = { headers: { ...headers, 'X-Forwarded-For': forwarded }, body };
			expect((await send(published.url, delivery)).status).toBe(expected);
		} finally {
			await published.remove();
		}
	});

	sinceN8n2(test)(
		'an event that n8n answers late, and that is sent again meanwhile, runs once',
		async () => {
			const stage = { host, client, receivers: [host] };
			const { first, second } = await deliverWhileBusy(stage, {
				busySeconds: BUSY_SECONDS,
				// The sender gives up waiting and sends again.
				tries: [
					{ at: 0, timeoutMs: 4000 },
					{ at: 5, timeoutMs: 26_000 },
					{ at: 32, timeoutMs: 30_000 },
					{ at: 63, timeoutMs: 60_000 },
				],
			});
			expect(first).toEqual({ answers: [200], executions: 1 });
			expect(second.answers.at(-1)).toBe(200);
			expect(second.executions).toBe(1);
		},
	);
});
