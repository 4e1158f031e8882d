'use strict';

/** @import { Aim, Column, Table } from './results' */

/**
 * @param {Record<string, string>} labels by key
 * @returns {Column[]}
 */
const columnsOf = (labels) => Object.entries(labels).map(([key, label]) => ({ key, label }));

/**
 * A table that shows what was found as it is.
 *
 * @param {string} id
 * @param {string} title
 * @param {Record<string, string>} labels of its columns, by key; the first one names the row
 * @param {Table['rows']} rows
 * @returns {Table}
 */
const plainTable = (id, title, labels, rows) => ({ id, title, columns: columnsOf(labels), rows });

/**
 * The cells of a row, one for each of some columns.
 *
 * @param {Column[]} columns
 * @param {(key: string) => any} cell
 * @returns {Record<string, any>}
 */
const cellsOf = (columns, cell) => Object.fromEntries(columns.map(({ key }) => [key, cell(key)]));

/**
 * An aim that one ratio has to meet.
 *
 * @param {string} aim
 * @param {number} ratio
 * @param {boolean} met
 * @param {string} [unit]
 * @returns {Aim}
 */
const aimFor = (aim, ratio, met, unit = '') => ({
	aim,
	measured: `${ratio.toFixed(2)}${unit}`,
	met,
});

/**
 * An aim that each of several ratios has to meet.
 *
 * @param {string} aim
 * @param {[name: string | number, ratio: number][]} ratios
 * @param {(ratio: number) => boolean} meets
 * @param {string} [unit]
 * @returns {Aim}
 */
const aimForEach = (aim, ratios, meets, unit = ' times') => ({
	aim,
	measured: ratios.map(([name, ratio]) => `${name}: ${ratio.toFixed(2)}${unit}`).join('; '),
	met: ratios.every(([, ratio]) => meets(ratio)),
});

module.exports = { aimFor, aimForEach, cellsOf, columnsOf, plainTable };
