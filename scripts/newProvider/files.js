'use strict';

const { sources } = require('./sources');
const { testData } = require('./testData');
const { page } = require('./page');

/**
 * The files of a new provider, by their names from the project's folder.
 *
 * @param {Awaited<ReturnType<import('./answers').answer>>} answers
 * @returns {Record<string, string>}
 */
function files(answers) {
	return { ...sources(answers), ...testData(answers), ...page(answers) };
}

module.exports = { files };
