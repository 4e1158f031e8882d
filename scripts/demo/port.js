'use strict';

const { assertPortIsFree, freePort } = require('../../tools/n8n-host');

/** Where n8n listens when nobody says otherwise. */
const USUAL_PORT = 5678;

/**
 * @param {number} [wanted] a port that a person asked for
 * @returns {Promise<number>} that one, or n8n's usual one, or, where this is taken, any free one
 * @throws {HostFailure} when the wanted port is taken
 */
async function portForDemo(wanted) {
	try {
		await assertPortIsFree(wanted ?? USUAL_PORT);
		return wanted ?? USUAL_PORT;
	} catch (error) {
		if (wanted !== undefined) throw error;
		return await freePort();
	}
}

module.exports = { portForDemo };
