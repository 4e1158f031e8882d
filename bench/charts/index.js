'use strict';

const { existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { PROJECT } = require('../../tools/n8n-host');
const { FOLDER } = require('../results');
const { barChart } = require('./bars');
const { lineChart } = require('./lines');

const IMAGES = path.join(PROJECT, 'docs', 'images');

/** The charts, each drawn from the result of one part. */
const CHARTS = {
	verify: verifyChart,
	'in-n8n': inHostChart,
	flood: floodChart,
	profile: profileChart,
	growth: growthChart,
	calls: callsChart,
	queue: queueChart,
};

/** n8n's expression engine by setting, in the order of the tables. */
const ENGINE_PANELS = ['as it comes', 'lazy acquisition'];

/** Draws every chart whose figures are there. */
function drawCharts() {
	mkdirSync(IMAGES, { recursive: true });
	for (const [part, draw] of Object.entries(CHARTS)) {
		const figures = path.join(FOLDER, `${part}.json`);
		if (!existsSync(figures)) continue;
		const result = JSON.parse(readFileSync(figures, 'utf8'));
		const table = (id) => result.tables.find((one) => one.id === id).rows;
		writeFileSync(path.join(IMAGES, `bench-${part}.svg`), draw(table, result));
		process.stderr.write(`docs/images/bench-${part}.svg\n`);
	}
}

function verifyChart(table, { environment }) {
	const sizes = Object.keys(table('genuine')[0].perSecond).map(Number);
	const size = sizes.find((bytes) => bytes > 1500);
	return barChart({
		title: 'Checking a genuine delivery, body of 2 KB',
		subtitle: `Checks per second on one core, Node.js ${environment.versions.node}. More is better.`,
		panels: [''],
		panelWidth: 420,
		rows: table('genuine').map(({ contender, ours, perSecond }) => ({
			label: contender,
			own: ours,
			values: [perSecond[size]],
		})),
	});
}

/** Who accepts genuine events; what becomes of forged ones is another chart. */
function inHostChart(table, { environment }) {
	const rows = table('rates-1024').filter(({ id }) => !/^forgedBy|^withoutGuard$/.test(id));
	return barChart({
		title: 'Genuine events per second in n8n, body of 1 KB',
		subtitle: `n8n ${environment.versions.n8n}, ${environment.machine.cores} cores, SQLite, by setting of the expression engine. More is better.`,
		panels: ENGINE_PANELS,
		panelWidth: 150,
		rows: rows.map(({ way, id, ...rates }) => ({
			label: way.replace(/, genuine$|: reads.*$/, ''),
			own: id === 'trigger',
			values: [rates.default, rates.lazy],
		})),
	});
}

function floodChart(table, { environment }) {
	const rows = table('flood');
	const engines = [...new Set(rows.map(({ engine }) => engine))];
	const floods = [...new Set(rows.map(({ genuine }) => genuine))];
	return barChart({
		title: 'A genuine event, while eight senders forge as fast as they can',
		subtitle: `Milliseconds until it is answered, 99 of 100 (p99). n8n ${environment.versions.n8n}, ${environment.machine.cores} cores. Less is better.`,
		panels: ENGINE_PANELS,
		panelWidth: 150,
		rows: floods.map((flood) => ({
			label: flood,
			own: true,
			values: engines.map(
				(engine) => rows.find((row) => row.engine === engine && row.genuine === flood).p99,
			),
		})),
	});
}

function profileChart(table) {
	const kinds = ['trigger', 'forgedByHeader', 'forgedBySignature'];
	return barChart({
		title: 'Whose code runs while n8n deals with a delivery',
		subtitle: "Percent of the main thread's busy time, lazy acquisition of isolates.",
		panels: ['genuine', 'forged, header tells', 'forged signature'],
		panelWidth: 150,
		rows: table('lazy')
			.filter(({ who }) => !who.startsWith('ms '))
			.map((row) => ({
				label: row.who.replace(/ \(.*|, with what.*/, ''),
				own: row.who.startsWith('this package'),
				values: kinds.map((kind) => row[kind]),
			})),
	});
}

function growthChart(table) {
	const own = (id) => table(`own-${id}`).map(({ x, microseconds }) => [x, microseconds]);
	return lineChart({
		title: 'What a genuine delivery costs when there is more of something',
		subtitle:
			'Microseconds of own code per delivery (left three), deliveries per second in n8n (right).',
		panels: [
			{ heading: 'Remembered deliveries', xLabel: 'keys', points: own('keys') },
			{
				heading: 'Size of the body',
				xLabel: 'bytes, both axes logarithmic',
				logarithmic: true,
				points: own('bytes'),
			},
			{ heading: 'Candidate secrets', xLabel: 'secrets', points: own('secrets') },
			{
				heading: 'Active workflows',
				xLabel: 'workflows with the trigger',
				points: table('n8n-workflows').map(({ workflows, trigger }) => [workflows, trigger]),
			},
		],
	});
}

function callsChart(table) {
	return barChart({
		title: 'Placing calls from one execution',
		subtitle: 'Items per second against a stand-in that answers after 50 ms. More is better.',
		panels: [''],
		panelWidth: 360,
		rows: table('calls').map(({ id, way, sideBySide, perSecond }) => ({
			label: id === 'http' ? 'HTTP Request, all at once' : `${way}, ${sideBySide} side by side`,
			own: id === 'voiceCall',
			values: [perSecond],
		})),
	});
}

function queueChart(table, { environment }) {
	return barChart({
		title: 'Queue mode: genuine deliveries per second',
		subtitle: `All processes, PostgreSQL and Redis on one machine with ${environment.machine.cores} cores. More is better.`,
		panels: ['answered', 'finished'],
		panelWidth: 200,
		rows: table('queue').map(({ setup, answered, finished }) => ({
			label: setup,
			own: true,
			values: [answered, finished],
		})),
	});
}

module.exports = { drawCharts };
