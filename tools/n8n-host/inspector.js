'use strict';

const { once } = require('node:events');
const { setTimeout: delay } = require('node:timers/promises');

/** Makes Node.js open its inspector on a free port of 127.0.0.1. */
const INSPECTED = { NODE_OPTIONS: '--inspect=127.0.0.1:0' };

/** How much of a text a heap snapshot shows; V8 by itself shows 1,024 characters. */
const LONGEST_TEXT = 2 ** 20;

/**
 * @typedef {Awaited<ReturnType<typeof connectInspector>>} Inspector
 */

/**
 * Looks into the n8n that runs now with `INSPECTED`: earlier runs and children have printed addresses, too.
 *
 * @param {{ logs: string, pid: number }} host
 * @returns {Promise<Inspector>}
 */
async function openInspector({ logs, pid }) {
	for (const [, address] of logs.matchAll(/Debugger listening on (ws:\S+)/g)) {
		const inspector = await connectInspector(address).catch(() => undefined);
		if ((await inspector?.evaluate('process.pid')) === pid && inspector) return inspector;
		inspector?.close();
	}
	throw new Error('n8n does not run with INSPECTED');
}

/**
 * Talks to the inspector of a Node.js process.
 *
 * @param {string} address of its WebSocket
 */
async function connectInspector(address) {
	const { WebSocket } = require('ws');
	const socket = new WebSocket(address, { maxPayload: 2 ** 30 });
	await once(socket, 'open');
	/** @type {Map<number, { resolve: (result: any) => void, reject: (error: Error) => void }>} */
	const waiting = new Map();
	let count = 0;
	/** @type {(chunk: string) => void} */
	let onSnapshot = () => {};

	socket.on('message', (bytes) => {
		const { id, method, params, result, error } = JSON.parse(String(bytes));
		if (method === 'HeapProfiler.addHeapSnapshotChunk') onSnapshot(params.chunk);
		const asked = waiting.get(id);
		waiting.delete(id);
		if (error) asked?.reject(new Error(error.message));
		else asked?.resolve(result);
	});
	socket.on('close', () => {
		for (const { reject } of waiting.values()) reject(new Error('The inspector was closed'));
	});

	/**
	 * @param {string} method of the inspector's protocol
	 * @param {object} [params]
	 * @returns {Promise<any>}
	 */
	const ask = (method, params) =>
		new Promise((resolve, reject) => {
			count += 1;
			waiting.set(count, { resolve, reject });
			socket.send(JSON.stringify({ id: count, method, params }));
		});

	/**
	 * @param {string} expression
	 * @returns {Promise<any>} what comes of it, as JSON can say it
	 */
	const evaluate = async (expression) => {
		const params = { expression, returnByValue: true, includeCommandLineAPI: true };
		const { result, exceptionDetails } = await ask('Runtime.evaluate', params);
		if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
		return result.value;
	};

	return {
		ask,
		evaluate,

		/** @returns {Promise<number>} bytes in use after a full garbage collection */
		usedHeap: async () => {
			await ask('HeapProfiler.enable');
			for (let round = 0; round < 3; round += 1) {
				await ask('HeapProfiler.collectGarbage');
				await delay(200);
			}
			return (await ask('Runtime.getHeapUsage')).usedSize;
		},

		/**
		 * The texts that something in the process still refers to and that hold one of some words: each once,
		 * from a heap snapshot, which V8 takes after a full garbage collection. Bytes outside of the heap, those
		 * of buffers, are not in it.
		 *
		 * @param {string[]} words of letters and digits
		 * @returns {Promise<string[]>}
		 */
		textsHolding: async (words) => {
			await evaluate(
				`require('node:v8').setFlagsFromString('--heap-snapshot-string-limit=${LONGEST_TEXT}')`,
			);
			/** @type {string[]} */
			const found = [];
			onSnapshot = textReader((text) => {
				if (words.some((word) => text.includes(word))) found.push(JSON.parse(text));
			});
			await ask('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
			onSnapshot = () => {};
			return found;
		},

		close: () => socket.close(),
	};
}

/** What stands before the texts in a snapshot. */
const TEXTS = '"strings":[';

/**
 * Reads the texts of a heap snapshot, which is larger than a string can be, piece by piece.
 *
 * @param {(text: string) => void} onText hears each, as JSON
 * @returns {(chunk: string) => void}
 */
function textReader(onText) {
	let rest = '';
	let areReached = false;
	return (chunk) => {
		rest += chunk;
		let at = 0;
		if (!areReached) {
			const found = rest.indexOf(TEXTS);
			areReached = found !== -1;
			at = areReached ? found + TEXTS.length : Math.max(0, rest.length - TEXTS.length);
		}
		while (areReached) {
			const opening = rest.indexOf('"', at);
			const end = opening === -1 ? -1 : endOfText(rest, opening);
			if (end === -1) break;
			onText(rest.slice(opening, end));
			at = end;
		}
		rest = rest.slice(at);
	};
}

/**
 * @param {string} json
 * @param {number} opening where the text's first quote is
 * @returns {number} behind its last one; -1 where that is still to come
 */
function endOfText(json, opening) {
	for (let closing = opening; ;) {
		closing = json.indexOf('"', closing + 1);
		if (closing === -1) return -1;
		let before = closing - 1;
		while (json[before] === '\\') before -= 1;
		if ((closing - before) % 2 === 1) return closing + 1;
	}
}

module.exports = { INSPECTED, connectInspector, openInspector };
