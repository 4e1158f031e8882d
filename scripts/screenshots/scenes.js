'use strict';

const { setTimeout: sleep } = require('node:timers/promises');
const { sampleEvent, uniqueFacts } = require('../../tools/simulator/events');
const { send } = require('../../tools/simulator/sender');
const { signedDelivery } = require('../../tools/simulator/sign');

const TRIGGER = 'Voice Call Trigger';

/** Opens a provider's trigger, with its URLs unfolded. */
const showTrigger = (provider) => async (editor, stage) => {
	await editor.openWorkflow(stage.workflows[provider]);
	await editor.openNode(TRIGGER);
	await editor.webhookUrl('Production URL');
};

/** The address that the editor shows, on this machine. */
const here = (url, { n8n }) => n8n.url + new URL(url).pathname + new URL(url).search;

/** Runs the open trigger with a test event, tampered with or not. */
async function runTrigger(editor, stage, { type = 'call.completed', isTampered = false } = {}) {
	const url = here(await editor.webhookUrl(), stage);
	const event = sampleEvent('huskyVoice', type, uniqueFacts());
	const { headers, body } = signedDelivery(
		'huskyVoice',
		event,
		stage.simulator.credentials.huskyVoice,
	);
	const sent = isTampered ? String(body).replace('"completed"', '"cancelled"') : body;
	await editor.listen();
	await send(url, { headers, body: sent });
}

/** Runs the workflow that calls each row, with a stand-in that takes both calls and reports. */
async function runRows(editor, stage) {
	const { client, simulator, workflows } = stage;
	await editor.openWorkflow(workflows.rows);
	await editor.page.getByTestId('execute-workflow-button').click();
	const before = simulator.calls.length;
	for (const number of [1, 2]) {
		while (simulator.calls.length < before + number) await sleep(100);
		const call = simulator.calls.at(-1);
		const url = here(call.request.assistantOverrides.server.url, stage);
		const event = sampleEvent('vapi', 'end-of-call-report', { callId: call.id, at: new Date() });
		const report = signedDelivery('vapi', event, simulator.credentials.vapi);
		// n8n takes it once the execution sleeps.
		while ((await send(url, report)).status !== 200) await sleep(100);
	}
	let runs;
	do {
		await sleep(300);
		runs = await client.listExecutions(workflows.rows);
	} while (runs.some(({ status }) => status !== 'success'));
}

/** Each makes one picture, in this order: some go on where the one before stopped. */
const scenes = {
	'create-and-wait': async (editor, stage) => {
		await runRows(editor, stage);
		await editor.page.getByTestId('zoom-to-fit').click();
	},
	'nodes-panel': async (editor) => {
		await editor.newWorkflow();
		await editor.searchNodes('HuskyVoice');
	},
	'nodes-panel-triggers': async (editor) => await editor.openEntry(),
	'trigger-enablex': showTrigger('enableX'),
	'trigger-mirai-minds': showTrigger('miraiMinds'),
	'trigger-voxifi': showTrigger('voxifi'),
	'trigger-huskyvoice': showTrigger('huskyVoice'),
	'credential-failing': async (editor, stage) => {
		const { signingSecret } = stage.simulator.credentials.huskyVoice;
		await editor.newCredential();
		await editor.fillCredential({ signingSecret: `${signingSecret} ` });
		await editor.saveFailing();
	},
	'credential-passing': async (editor, stage) => {
		const { signingSecret } = stage.simulator.credentials.huskyVoice;
		await editor.fillCredential({ signingSecret });
		await editor.savePassing();
		await editor.editCredential();
		await editor.credentialPassed();
	},
	'refused-test-event': async (editor, stage) => {
		await editor.closeCredential();
		await runTrigger(editor, stage, { isTampered: true });
		await editor.failure();
	},
	'test-event': async (editor, stage) => {
		await runTrigger(editor, stage);
		await editor.itemText();
	},
	'voice-call': async (editor, stage) => {
		await editor.openWorkflow(stage.workflows.both);
		await editor.openNode(TRIGGER);
		await runTrigger(editor, stage, { type: 'call.failed' });
		await editor.itemText();
		await editor.closeNode();
		await editor.openNode('Voice Call');
		await editor.execute();
		await editor.itemText();
	},
	workflow: async (editor) => {
		await editor.closeNode();
		await editor.page.getByTestId('zoom-to-fit').click();
	},
};

const darkScenes = {
	'workflow-dark': async (editor, stage) => {
		await editor.openWorkflow(stage.workflows.both);
		await editor.page.getByTestId('zoom-to-fit').click();
	},
	'trigger-dark': showTrigger('voxifi'),
	'credential-dark': async (editor) => {
		await editor.editCredential();
		await editor.credentialPassed();
	},
};

module.exports = { darkScenes, scenes };
