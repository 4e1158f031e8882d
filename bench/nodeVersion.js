'use strict';

const { run } = require('../test/host');

/**
 * Which version a Node.js is.
 *
 * @param {string} node path of the program
 */
async function nodeVersion(node) {
	return (await run(node, ['--version'])).output.trim().replace(/^v/, '');
}

module.exports = { nodeVersion };
