'use strict';

const net = require('node:net');
const { setTimeout: sleep } = require('node:timers/promises');

/**
 * Writes bytes to a socket as they are: for requests that no HTTP library would send.
 *
 * @param {string} url host and port are taken from it
 * @param {Array<Buffer|string>} pieces written one after the other
 * @param {object} [options]
 * @param {number} [options.pauseMs] wait between pieces, for slow senders
 * @param {boolean} [options.hangUp] break the connection after the last piece
 * @param {number} [options.timeoutMs] give up waiting for the other side to close
 * @returns {Promise<Buffer>} everything that came back until the connection ended
 */
async function sendRaw(url, pieces, { pauseMs = 0, hangUp = false, timeoutMs = 5000 } = {}) {
	const { hostname, port } = new URL(url);
	const socket = net.connect(Number(port || 80), hostname);
	/** @type {Buffer[]} */
	const received = [];
	/** @type {Promise<void>} */
	const closed = new Promise((resolve) => socket.once('close', () => resolve()));
	socket.on('error', () => {}); // a refused or broken connection ends in `close`, with no answer
	socket.on('data', (piece) => received.push(piece));
	const timer = setTimeout(() => socket.destroy(), timeoutMs);
	for (const piece of pieces) {
		if (socket.destroyed) break;
		await new Promise((resolve) => socket.write(piece, resolve));
		if (pauseMs > 0) await sleep(pauseMs);
	}
	if (hangUp) socket.resetAndDestroy();
	await closed;
	clearTimeout(timer);
	return Buffer.concat(received);
}

module.exports = { sendRaw };
