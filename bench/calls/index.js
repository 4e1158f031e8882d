'use strict';

const { inTurn } = require('../inTurn');
const { withHost } = require('../n8n/withHost');
const { publish } = require('../n8n/workflow');
const { medianOf } = require('../statistics');
const { aimForEach, plainTable } = require('../tables');
const { place, withStandIn } = require('./place');
const { ways } = require('./ways');

/** What the stand-in takes for an answer, in milliseconds. */
const ANSWER_TIME = 50;

/**
 * Part 5: placing calls.
 *
 * @param {import('../results').Options} options
 * @returns {Promise<import('../results').Found>}
 */
async function calls({ quick }) {
	const rows = await withStandIn({ answerTime: ANSWER_TIME, limit: null }, (simulator) =>
		withHost({}, ({ client }) => measure(client, simulator, quick ? 1 : 3)),
	);
	const rate = (wanted, among) =>
		rows.find(({ id, sideBySide }) => id === wanted && sideBySide === among).perSecond;
	return {
		title: 'Placing calls: side by side',
		method: `Items per second of one execution, from its start to its end, against a stand-in of HuskyVoice's API without a request limit that answers after ${ANSWER_TIME} milliseconds. All ways in turn within each of 3 rounds, medians. The ceiling is what the stand-in allows: so many side by side, divided by its answer time. The HTTP Request node sends all items at once; to limit that it needs a loop around it.`,
		tables: [
			plainTable(
				'calls',
				'Items per second, n8n as it comes',
				{
					way: 'Way',
					sideBySide: 'Side by side',
					items: 'Items',
					perSecond: 'Items per second',
					ceiling: 'Ceiling',
				},
				rows,
			),
		],
		aims: [
			aimForEach(
				'As fast as the HTTP Request node with the same number side by side, to within 3 %',
				[1, 5, 20].map((among) => [among, rate('voiceCall', among) / rate('loop', among)]),
				(ratio) => ratio >= 0.97,
			),
		],
	};
}

async function measure(client, simulator, rounds) {
	const contenders = [];
	for (const { id, way, sideBySide, nodes } of ways(simulator)) {
		const { url } = await publish(client, `${way} ${sideBySide}`, nodes);
		await place(url, simulator, 5);
		// Enough for about two seconds where nothing but the stand-in's answers takes time.
		contenders.push({ id, way, sideBySide, url, items: 40 * (sideBySide ?? 20) });
	}
	const measured = await inTurn(contenders, { rounds }, ({ url, items }) =>
		place(url, simulator, items),
	);
	return measured.map(({ id, way, sideBySide, items, samples }) => ({
		id,
		way,
		sideBySide: sideBySide ?? 'all',
		items,
		perSecond: medianOf(samples, 'perSecond'),
		ceiling: sideBySide === null ? null : (sideBySide * 1000) / ANSWER_TIME,
	}));
}

module.exports = { calls };
