'use strict';

const { ENGINE_COLUMNS } = require('../n8n/settings');
const { cellsOf } = require('../tables');

/** @import { Rate } from './rates' */

/**
 * A row for each way, a column for each setting of the expression engine.
 *
 * @param {string} id
 * @param {string} title
 * @param {Rate[]} rates of bodies of one size
 * @param {(rate: Rate) => number | string} cell
 * @returns {import('../results').Table}
 */
function wayTable(id, title, rates, cell) {
	const ways = new Map(rates.map((rate) => [rate.id, rate.label]));
	return {
		id,
		title,
		columns: [{ key: 'way', label: 'Way' }, ...ENGINE_COLUMNS],
		rows: [...ways].map(([wayId, way]) => ({
			id: wayId,
			way,
			...cellsOf(ENGINE_COLUMNS, (engine) =>
				cell(rates.find((rate) => rate.id === wayId && rate.engine === engine)),
			),
		})),
	};
}

/**
 * How many deliveries one way manages while another manages one.
 *
 * @typedef {object} Ratio
 * @property {string} [id]
 * @property {string} way what is compared with what, for the reader
 * @property {string} of a way by its id
 * @property {string} to
 * @property {'perSecond' | 'cpuMilliseconds'} [by] the rates, or CPU time turned round: more is better in both
 * @property {number} [bytes]
 *
 * @param {Rate[]} rates
 * @param {string} engine
 * @param {Ratio} ratio
 * @returns {number | undefined} nothing where one of the two was not measured
 */
function ratioOf(rates, engine, { of, to, by = 'perSecond', bytes = 1024 }) {
	const figure = (id) =>
		rates.find((rate) => rate.id === id && rate.engine === engine && rate.bytes === bytes)?.[by];
	const [upper, lower] = by === 'perSecond' ? [figure(of), figure(to)] : [figure(to), figure(of)];
	return upper === undefined || lower === undefined ? undefined : upper / lower;
}

/**
 * @param {string} title
 * @param {Rate[]} rates
 * @param {Ratio[]} ratios without a row where nothing was measured
 * @returns {import('../results').Table}
 */
function ratioTable(title, rates, ratios) {
	const rows = ratios.map((ratio) => ({
		id: ratio.id,
		way: ratio.way,
		...cellsOf(ENGINE_COLUMNS, (engine) => ratioOf(rates, engine, ratio)),
	}));
	return {
		id: 'ratios',
		title,
		columns: [{ key: 'way', label: 'Of what to what' }, ...ENGINE_COLUMNS],
		rows: rows.filter((row) => row[ENGINE_COLUMNS[0].key] !== undefined),
	};
}

module.exports = { ratioOf, ratioTable, wayTable };
