'use strict';

/**
 * Starts the stand-in providers by hand: `node tools/simulator/run.js`, Ctrl+C ends them.
 * Calls go on by themselves and report to the addresses that were given.
 */

const { parseArgs } = require('node:util');
const { startSimulator } = require('./server');

const USAGE = `Usage: node tools/simulator/run.js [options]

  --port <n>           listen there (default: any free port)
  --husky-hook <url>   send HuskyVoice events to this address
  --voxifi-hook <url>  send Voxifi events there, and place a Voxifi call at the start
  --outcome <name>     how calls end: completed (default), busy, no-answer, failed
  --queued-ms <n>      how long a call waits in the queue (default 2000)
  --step-ms <n>        how long each step of a call takes (default 1500)
  --help               show this

EnableX reports to the event_url of a call, Mirai Minds to its callbackUrl.`;

/** @satisfies {import('node:util').ParseArgsConfig['options']} */
const options = {
	port: { type: 'string', default: '0' },
	'husky-hook': { type: 'string' },
	'voxifi-hook': { type: 'string' },
	outcome: { type: 'string', default: 'completed' },
	'queued-ms': { type: 'string', default: '2000' },
	'step-ms': { type: 'string', default: '1500' },
	help: { type: 'boolean', default: false },
};

const OUTCOMES = ['completed', 'busy', 'no-answer', 'failed'];

/** @param {string} text */
const print = (text) => process.stdout.write(`${text}\n`);

/**
 * @param {string} title
 * @param {Record<string, string>} fields
 */
function printFields(title, fields) {
	print(`\n${title}`);
	for (const [name, value] of Object.entries(fields)) print(`  ${name.padEnd(18)} ${value}`);
}

async function main() {
	const { values } = parseArgs({ options });
	if (values.help) {
		print(USAGE);
		return;
	}
	if (!OUTCOMES.includes(values.outcome)) throw new Error(`No such outcome: ${values.outcome}`);
	const simulator = await startSimulator({
		port: Number(values.port),
		outcome: values.outcome,
		pace: { queuedMs: Number(values['queued-ms']), stepMs: Number(values['step-ms']) },
	});
	print('Stand-in providers are running. No phone rings; everything below is made up.');
	printFields('Addresses', simulator.urls);
	for (const [provider, fields] of Object.entries(simulator.credentials)) {
		printFields(`Credentials: ${provider}`, fields);
	}
	if (values['husky-hook'] !== undefined) simulator.subscribe('huskyVoice', values['husky-hook']);
	if (values['voxifi-hook'] !== undefined) {
		simulator.subscribe('voxifi', values['voxifi-hook']);
		simulator.startVoxifiCall({ to: '+15551234567', agentId: 'asst_xyz789' });
	}
	const end = async () => {
		await simulator.stop();
		process.exit(0);
	};
	process.once('SIGINT', end);
	process.once('SIGTERM', end);
	print('\nReady.');
}

main().catch((error) => {
	process.stderr.write(`${error.message}\n\n${USAGE}\n`);
	process.exitCode = 1;
});
