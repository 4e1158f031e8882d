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

/** What hovers over the canvas, in front of the workflow. */
const HOVERING =
	'[data-test-id="canvas-controls"], [data-test-id^="execute-workflow-button"] { display: none !important }';

/** The part of the canvas that the whole workflow takes up, with its connections. */
async function workflowArea({ page }) {
	await page.addStyleTag({ content: HOVERING });
	await page.getByTestId('zoom-to-fit').dispatchEvent('click');
	// The way back of a loop does not count when n8n makes the nodes fit.
	await page.getByTestId('zoom-out-button').dispatchEvent('click');
	await page.waitForTimeout(1000);
	const boxes = await page
		.locator('.vue-flow__node, .vue-flow__edge-path')
		.evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().toJSON()));
	const [left, top] = ['left', 'top'].map((side) => Math.min(...boxes.map((box) => box[side])));
	const [right, bottom] = ['right', 'bottom'].map((side) =>
		Math.max(...boxes.map((box) => box[side])),
	);
	const MARGIN = 36;
	return {
		x: left - MARGIN,
		y: top - MARGIN,
		width: right - left + 2 * MARGIN,
		height: bottom - top + 2 * MARGIN,
	};
}

/**
 * Each makes one picture, in this order: some go on where the one before stopped. What it gives back is the
 * part of the page to show; nothing for all of it.
 */
const scenes = {
	'create-and-wait': async (editor, stage) => {
		await runRows(editor, stage);
		return await workflowArea(editor);
	},
	'trigger-enablex': showTrigger('enableX'),
	'trigger-mirai-minds': showTrigger('miraiMinds'),
	'trigger-voxifi': showTrigger('voxifi'),
	'trigger-huskyvoice': showTrigger('huskyVoice'),
	'refused-test-event': async (editor, stage) => {
		await runTrigger(editor, stage, { isTampered: true });
		await editor.failure();
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
};

module.exports = { scenes };
