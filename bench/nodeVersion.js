'use strict';

const { run } = require('../tools/n8n-host');

/**
 * Which version a Node.js is.
 *
 * @param {string} node path of the program
 */
async function nodeVersion(node) {
	return (await run(node, ['--version'])).output.trim().replace(/^v/, '');
}

module.exports = { nodeVersion };
