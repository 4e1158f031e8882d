'use strict';

const { accessSync, constants } = require('node:fs');

/** What a browser in a container or on a CI machine needs; nothing goes to the network. */
const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** Where Chromium is: `CHROMIUM_PATH`, or where Debian puts it. */
const chromiumPath = () => process.env.CHROMIUM_PATH || '/usr/bin/chromium';

/** @returns {string | undefined} why there is no Chromium to test with, in one sentence */
function chromiumProblem() {
	try {
		accessSync(chromiumPath(), constants.X_OK);
		return undefined;
	} catch {
		return `There is no Chromium at ${chromiumPath()}; install it (apt-get install chromium) or set CHROMIUM_PATH`;
	}
}

/**
 * A browser without a window.
 *
 * @returns {Promise<import('playwright-core').Browser>}
 */
async function launchChromium() {
	const { chromium, selectors } = require('playwright-core');
	selectors.setTestIdAttribute('data-test-id');
	return await chromium.launch({ executablePath: chromiumPath(), args: FLAGS });
}

module.exports = { chromiumProblem, launchChromium };
