'use strict';

const { startSimulator } = require('../../tools/simulator/server');
const { importWorkflow } = require('../../tools/workflows/importExample');

/** The rows that are called, and how each call ends. */
const PEOPLE = [
	{ name: 'Ada', phone: '+14155550123', outcome: 'completed' },
	{ name: 'Grace', phone: '+14155550124', outcome: 'no-answer' },
];

/**
 * Create and Wait: a row comes in, a stand-in for Vapi takes the call, lets it ring and reports, and the
 * verified outcome is written back into the row, all in one execution that sleeps meanwhile.
 *
 * @param {Awaited<ReturnType<import('../../tools/n8n-host').connect>>} client
 * @returns {Promise<import('./playScenario').Row[]>}
 */
async function playRows(client) {
	const simulator = await startSimulator({
		pace: { queuedMs: 1000, stepMs: 100 },
		outcome: ({ contact }) => PEOPLE.find(({ phone }) => phone === contact).outcome,
		webhooks: { retries: 8, repeatsAll: true },
	});
	try {
		const { credentials, urls } = simulator;
		const table = await client.createDataTable({
			name: 'Calls to make',
			columns: ['name', 'phone', 'outcome', 'summary'],
			rows: PEOPLE.map(({ name, phone }) => ({ name, phone })),
		});
		const workflow = await importWorkflow(client, 'call-each-row-and-write-back.json', {
			credentials: { vapiApi: { ...credentials.vapi, baseUrl: urls.vapi } },
		});
		const execution = await client.runManually(workflow, 'Start by hand');
		const written = await table.rows();
		return PEOPLE.map(({ name, outcome }, at) => ({
			sent: `The row of ${name}: called, slept, written back`,
			answer: `${written[at]?.outcome}${written[at]?.summary ? `: ${written[at].summary}` : ''}`,
			started: `#${execution.id} ${execution.status}`,
			asExpected:
				execution.status === 'success' &&
				written[at]?.outcome === outcome &&
				simulator.calls.length === PEOPLE.length,
		}));
	} finally {
		await simulator.stop();
	}
}

module.exports = { playRows };
