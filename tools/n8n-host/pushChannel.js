'use strict';

const { randomUUID } = require('node:crypto');
const { EventEmitter, once } = require('node:events');

/**
 * The WebSocket by which n8n tells an open editor what happens.
 *
 * @param {import('./client').Session} session
 * @typedef {{ type: string, data: any }} PushMessage
 *
 * @returns {Promise<{
 *   pushRef: string,
 *   messages: PushMessage[],
 *   waitFor: (type: string, timeoutMs: number) => Promise<any>,
 *   close: () => void,
 * }>} `waitFor` gives the `data` of the first message of a type, past or to come
 */
async function openPushChannel(session) {
	const { WebSocket } = require('ws');
	const pushRef = randomUUID();
	const address = `${session.url.replace(/^http/, 'ws')}/rest/push?pushRef=${pushRef}`;
	const socket = new WebSocket(address, {
		headers: { cookie: session.cookie(), origin: session.url },
	});
	const arrivals = new EventEmitter();
	arrivals.on('error', () => {});
	/** @type {PushMessage[]} */
	const messages = [];
	socket.on('message', (bytes) => {
		const message = JSON.parse(String(bytes));
		messages.push(message);
		arrivals.emit('message', message);
	});
	await once(socket, 'open');
	socket.on('error', (error) => arrivals.emit('error', error));

	/**
	 * @param {string} type
	 * @param {number} timeoutMs
	 */
	const waitFor = async (type, timeoutMs) => {
		const signal = AbortSignal.timeout(timeoutMs);
		try {
			for (;;) {
				const found = messages.find((message) => message.type === type);
				if (found) return found.data;
				await once(arrivals, 'message', { signal });
			}
		} catch (error) {
			if (!signal.aborted) throw error;
			const heard = messages.map((message) => message.type).join(', ') || 'nothing';
			throw new Error(`n8n did not say ${type} within ${timeoutMs / 1000} s, it said ${heard}`);
		}
	};

	return { pushRef, messages, waitFor, close: () => socket.close() };
}

module.exports = { openPushChannel };
