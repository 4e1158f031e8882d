'use strict';

const path = require('node:path');
const { INSPECTED, openInspector } = require('../../tools/n8n-host/inspector');

const COUNTER = path.join(__dirname, 'isolateCounter.js');

/** Makes n8n count the isolates that it builds. */
const COUNTING = { NODE_OPTIONS: `${INSPECTED.NODE_OPTIONS} --require=${JSON.stringify(COUNTER)}` };

/**
 * Reads how many isolates an n8n with `COUNTING` has built; its task runners build none.
 *
 * @param {{ logs: string, pid: number }} host
 * @returns {Promise<{ built: () => Promise<number>, close: () => void }>}
 */
async function watchIsolates(host) {
	const { evaluate, close } = await openInspector(host);
	return { built: () => evaluate('globalThis.isolatesBuilt'), close };
}

module.exports = { COUNTING, watchIsolates };
