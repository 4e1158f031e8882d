'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { chromiumProblem, launchChromium } = require('../../tools/browser/chromium');
const { openEditor } = require('../../tools/browser/editor');
const { HostFailure, PROJECT, packPackage, startN8n } = require('../../tools/n8n-host');
const { startSimulator } = require('../../tools/simulator/server');
const { prepare } = require('./prepare');
const { scenes } = require('./scenes');

const FOLDER = path.join(PROJECT, 'docs', 'images');
/** Shown in place of this machine's address, as on a server of one's own. */
const WEBHOOK_URL = 'https://n8n.example.com/';
/** No toasts or tooltips in front of what is to be seen, no blinking cursor, no bouncing arrows. */
const STYLE =
	'.el-notification, [role="tooltip"], [data-test-id="floating-node"] { display: none !important } * { animation: none !important; transition: none !important; caret-color: transparent !important }';

/**
 * Makes pictures anew.
 *
 * @param {string[]} names those to make; without one, all. Some go on where the one before stopped.
 */
async function takeScreenshots(names = []) {
	const problem = chromiumProblem();
	if (problem) throw new HostFailure(`${problem}.`);
	let n8n;
	let simulator;
	let browser;
	try {
		n8n = await startN8n({ tarball: await packPackage(), env: { WEBHOOK_URL } });
		simulator = await startSimulator();
		browser = await launchChromium();
		const stage = { ...(await prepare(await n8n.signIn(), simulator)), n8n, simulator };
		fs.mkdirSync(FOLDER, { recursive: true });
		const chosen = Object.entries(scenes).filter(
			([name]) => names.length === 0 || names.includes(name),
		);
		await play(chosen, await openEditor(browser, n8n), stage);
	} finally {
		await browser?.close();
		await simulator?.stop();
		await n8n?.stop();
	}
}

/** A scene makes one picture, of what the editor shows when it is over. */
async function play(acts, editor, stage) {
	for (const [name, scene] of acts) {
		const clip = await scene(editor, stage);
		await editor.page.waitForTimeout(700);
		const file = path.join(FOLDER, `${name}.png`);
		await editor.page.screenshot({ path: file, clip, style: STYLE, animations: 'disabled' });
		const kilobytes = Math.ceil(fs.statSync(file).size / 1000);
		process.stdout.write(`${path.relative(PROJECT, file)} ${kilobytes} KB\n`);
	}
	await editor.close();
}

module.exports = { takeScreenshots };
