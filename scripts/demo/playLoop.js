'use strict';

const { itemsOf } = require('../../tools/n8n-host');
const { startSimulator } = require('../../tools/simulator/server');
const { importExample } = require('../../tools/workflows/importExample');

/**
 * The whole loop: the Voice Call node places a call with a stand-in for HuskyVoice, the stand-in
 * lets it ring and reports, and the Voice Call Trigger receives the signed result of the same call.
 *
 * @param {Awaited<ReturnType<import('../../tools/n8n-host').connect>>} client
 * @param {{ credentials: Record<string, object> }} secrets
 * @returns {Promise<import('./playScenario').Row[]>}
 */
async function playLoop(client, { credentials }) {
	const simulator = await startSimulator({
		credentials: { huskyVoice: credentials.huskyVoiceWebhookApi },
	});
	try {
		const { workflow, url } = await importExample(
			client,
			'place-a-call-and-act-on-its-result.json',
			{
				credentials: {
					...credentials,
					huskyVoiceInboundUrlApi: { secretInboundUrl: simulator.urls.huskyVoiceInbound },
				},
			},
		);
		simulator.subscribe('huskyVoice', url);

		const placing = await client.runManually(workflow, 'Start by hand');
		const [placed] = itemsOf(placing, 'Voice Call');
		const before = await client.countExecutions(workflow.id);
		await simulator.play(placed?.callId, { outcome: 'completed' });
		const [newest, ...earlier] = await client.waitForExecutions(workflow.id, before + 1);
		const [result] = itemsOf(await client.getExecution(newest.id), 'Voice Call Trigger');

		return [
			{
				sent: 'The Voice Call node places a call',
				answer: `${placed?.status} ${placed?.callId}`,
				started: `#${placing.id} ${placing.status}`,
				asExpected: placed?.success === true && simulator.calls.length === 1,
			},
			{
				sent: 'HuskyVoice reports the result of that call',
				answer: `${result?.event.type} ${result?.call.id}`,
				started: `#${newest.id} ${newest.status}`,
				asExpected:
					newest.status === 'success' &&
					earlier.length === before &&
					result?.call.id === placed?.callId,
			},
		];
	} finally {
		await simulator.stop();
	}
}

module.exports = { playLoop };
