'use strict';

const { once } = require('node:events');

/** Servers of the tests themselves, which nobody reaches from outside. */

/**
 * @param {import('node:net').Server} server
 * @returns {Promise<string>} its address, on a free port
 */
async function listen(server) {
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return addressOf(server);
}

/** @param {import('node:net').Server} server one that listens */
function addressOf(server) {
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	return `http://127.0.0.1:${port}`;
}

/** @param {import('node:http').Server} server */
async function close(server) {
	server.close();
	server.closeAllConnections();
	await once(server, 'close');
}

module.exports = { addressOf, close, listen };
