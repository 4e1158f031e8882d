'use strict';

const { createServer } = require('node:net');
const { HostFailure, codeOf } = require('./failure');

/** Ports handed out by this process, so that two callers never get the same one. */
const handedOut = new Set();

/** @returns {Promise<number>} a port on 127.0.0.1 that nothing listens on */
async function freePort() {
	for (;;) {
		const port = await listen(0);
		if (!handedOut.has(port)) {
			handedOut.add(port);
			return port;
		}
	}
}

/**
 * @param {number} port
 * @throws {HostFailure} when something listens on it
 */
async function assertPortIsFree(port) {
	try {
		await listen(port);
	} catch (error) {
		throw new HostFailure(sentenceFor(codeOf(error), port));
	}
}

/**
 * @param {string | undefined} code of the error
 * @param {number} port
 */
function sentenceFor(code, port) {
	if (code === 'ERR_SOCKET_BAD_PORT') {
		return `${port} is not a port. Choose a number from 1024 to 65535.`;
	}
	if (code === 'EACCES') return `Port ${port} is reserved. Choose a number from 1024 to 65535.`;
	return `Port ${port} is already taken. Stop the program that uses it, or choose another port.`;
}

/**
 * @param {number} port 0 lets the system choose
 * @returns {Promise<number>}
 */
function listen(port) {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			const address = /** @type {import('node:net').AddressInfo} */ (server.address());
			server.close(() => resolve(address.port));
		});
	});
}

module.exports = { assertPortIsFree, freePort };
