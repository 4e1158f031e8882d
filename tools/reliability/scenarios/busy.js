'use strict';

const { randomUUID } = require('node:crypto');
const { once } = require('node:events');
const http = require('node:http');
const { setTimeout: delay } = require('node:timers/promises');
const { codeOf } = require('../../n8n-host/failure');
const { sampleEvent, uniqueFacts } = require('../../simulator/events');
const { send } = require('../../simulator/sender');
const { signedDelivery } = require('../../simulator/sign');
const { publishEndpoints, workflowIds } = require('../endpoints');
const { executionsByMark, storageOf, untilSettled } = require('../records');
const { reckon } = require('../reckoning');
const { startTraffic } = require('../traffic');

/** @import { WorkflowNode } from '../../n8n-host/client' */

/**
 * A server that a workflow waits for: the first request is answered when it is released, all others at
 * once. An execution that waits so keeps its place, unlike one that n8n puts to sleep.
 *
 * @returns {Promise<{ node: WorkflowNode, held: Promise<unknown>, release: () => void, stop: () => void }>}
 *   `node`: an HTTP Request node for the workflow
 */
async function startHold() {
	const released = new AbortController();
	const { signal } = released;
	const release = () => released.abort();
	let isFirst = true;
	const server = http.createServer(async (_, response) => {
		const waits = isFirst;
		isFirst = false;
		if (waits && !signal.aborted) await once(signal, 'abort');
		response.end('{}');
	});
	const held = once(server, 'request');
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	return {
		node: {
			id: randomUUID(),
			name: 'Something that takes long',
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.2,
			position: [220, 0],
			parameters: { url: `http://127.0.0.1:${port}`, options: {} },
		},
		held,
		release,
		stop: () => {
			release();
			server.closeAllConnections();
			server.close();
		},
	};
}

/**
 * In an n8n that runs one execution at a time (`N8N_CONCURRENCY_PRODUCTION_LIMIT=1`) one takes long, and
 * another event arrives meanwhile, which its sender sends again and again, as n8n does not answer.
 *
 * @param {import('./single').Stage} stage
 * @param {object} options
 * @param {number} options.busySeconds
 * @param {{ at: number, timeoutMs: number }[]} options.tries of the second event: seconds after the first
 *   one has begun to run, and how long the sender waits
 * @returns {Promise<Record<'first' | 'second', { answers: (number | string)[], executions: number }>>}
 */
async function deliverWhileBusy({ host, client, receivers }, { busySeconds, tries }) {
	const hold = await startHold();
	try {
		const endpoints = await publishEndpoints(client, {
			providers: ['huskyVoice'],
			receivers,
			next: [hold.node],
		});
		const [endpoint] = endpoints;
		const newDelivery = () => {
			const facts = uniqueFacts();
			const event = sampleEvent('huskyVoice', 'call.completed', facts);
			const delivery = signedDelivery('huskyVoice', event, endpoint.secrets);
			return { mark: facts.callId.replace('call_', ''), delivery };
		};
		/**
		 * @param {ReturnType<typeof newDelivery>} sent
		 * @param {number} timeoutMs
		 */
		const answerTo = async ({ delivery }, timeoutMs) => {
			try {
				return (await send(endpoint.targets[0], delivery, { timeoutMs })).status;
			} catch (error) {
				return codeOf(error) ?? 'broken';
			}
		};
		const first = newDelivery();
		const second = newDelivery();
		const firstAnswer = answerTo(first, busySeconds * 1000);
		await hold.held;
		const released = delay(busySeconds * 1000).then(hold.release);
		const answers = await Promise.all(
			tries.map(async ({ at, timeoutMs }) => {
				await delay(at * 1000);
				return await answerTo(second, timeoutMs);
			}),
		);
		await released;
		await untilSettled(storageOf(host), workflowIds(endpoints));
		const executions = await executionsByMark(storageOf(host), workflowIds(endpoints));
		/** @param {{ mark: string }} sent */
		const countOf = ({ mark }) => executions.get(mark)?.length ?? 0;
		return {
			first: { answers: [await firstAnswer], executions: countOf(first) },
			second: { answers, executions: countOf(second) },
		};
	} finally {
		hold.stop();
	}
}

/** Seconds that the long execution takes: more than senders wait, and more than a minute. */
const BUSY_SECONDS = 75;

/**
 * The same under load: events arrive at fixed times while one execution holds the only place.
 *
 * @param {import('./single').Stage} stage
 * @param {import('../underLoad').Load} load `seconds`: before and after
 * @returns {Promise<import('../reckoning').Reckoning>}
 */
async function holdOnlyPlace({ host, client, receivers }, { seconds, ...load }) {
	const hold = await startHold();
	let sent;
	try {
		const endpoints = await publishEndpoints(client, { receivers });
		const [busy] = await publishEndpoints(client, {
			providers: ['huskyVoice'],
			receivers,
			next: [hold.node],
		});
		const traffic = startTraffic(endpoints, { ...load, perSecond: 1 });
		try {
			await delay(seconds * 1000);
			const event = sampleEvent('huskyVoice', 'call.completed', uniqueFacts());
			await send(busy.targets[0], signedDelivery('huskyVoice', event, busy.secrets));
			await hold.held;
			await delay(BUSY_SECONDS * 1000);
			hold.release();
			await delay(seconds * 1000);
		} finally {
			hold.release();
			sent = await traffic.stop();
		}
		const ids = workflowIds(endpoints);
		await untilSettled(storageOf(host), ids);
		return reckon(sent, await executionsByMark(storageOf(host), ids));
	} finally {
		hold.stop();
	}
}

module.exports = { deliverWhileBusy, holdOnlyPlace };
