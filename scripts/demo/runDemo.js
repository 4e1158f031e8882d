'use strict';

const path = require('node:path');
const host = require('../../tools/n8n-host');
const { importExample } = require('../../tools/workflows/importExample');
const { keptSecrets } = require('./keptSecrets');
const { playLoop } = require('./playLoop');
const { playRows } = require('./playRows');
const { portForDemo } = require('./port');
const { scenario } = require('./scenario');
const { playScenario } = require('./playScenario');
const { formatTable } = require('./table');

const FOLDER = path.join(host.PROJECT, '.cache', 'demo');

/** @param {string} text */
const say = (text) => process.stdout.write(`${text}\n`);

/**
 * Starts n8n with this package and the example workflow, plays the provider, and shows what came of
 * it. Data is kept in `.cache/demo` from one start to the next.
 *
 * @param {{ exit: boolean, port?: number }} options `exit` ends n8n after the table
 * @returns {Promise<number>} exit status: 1 when a row is not as it should be
 */
async function runDemo({ exit, port }) {
	const lock = path.join(FOLDER, 'lock');
	if (!host.takeLock(lock)) {
		throw new host.HostFailure(
			'The demo is running already. Use the one that runs, or end it with Ctrl-C first.',
		);
	}
	let n8n;
	try {
		const secrets = keptSecrets(path.join(FOLDER, 'secrets.json'));
		const chosenPort = await portForDemo(port);
		const tarball = await host.packPackage({ log: say });
		await host.installN8n({ log: say });
		say('Starting n8n');
		n8n = await host.startN8n({
			tarball,
			port: chosenPort,
			owner: secrets.owner,
			userFolder: path.join(FOLDER, 'n8n'),
		});
		const client = await n8n.signIn();
		const example = await importExample(client, 'verified-call-outcome.json', secrets);
		const rows = [
			...(await playScenario(scenario({ example, secrets }), { client, example })),
			...(await playLoop(client, secrets)),
			...(await playRows(client)),
		];
		say('\nStand-ins on this machine play HuskyVoice and Vapi; no phone rings.\n');
		say(`${formatTable(rows)}\n`);
		const allAsExpected = rows.every((row) => row.asExpected);
		say(allAsExpected ? 'Every row is as it should be.' : 'Not every row is as it should be.');
		if (!exit) await stayUp(n8n, example, secrets.owner);
		return allAsExpected ? 0 : 1;
	} finally {
		await n8n?.stop();
		host.releaseLock(lock);
	}
}

/**
 * @param {Awaited<ReturnType<typeof host.startN8n>>} n8n
 * @param {{ workflow: { id: string } }} example
 * @param {{ email: string, password: string }} owner
 */
async function stayUp(n8n, { workflow }, owner) {
	say(`\nThe editor: ${n8n.url}/workflow/${workflow.id}`);
	say(`Sign in as: ${owner.email}`);
	say(`Password:   ${owner.password}`);
	say('\nCtrl-C ends n8n; its data is kept in .cache/demo.');
	await n8n.exited();
	if (n8n.stopped) return;
	throw new host.HostFailure(
		`n8n ended by itself. Its last lines say why; start it again with npm start.\n${n8n.lastLines()}`,
	);
}

module.exports = { runDemo };
