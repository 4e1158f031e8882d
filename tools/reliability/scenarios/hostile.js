'use strict';

const { send } = require('../../simulator/sender');
const { signedDelivery } = require('../../simulator/sign');
const { publishEndpoints, workflowIds } = require('../endpoints');
const { attack } = require('../hostile');
const { memoryOf } = require('../memory');
const { executionsByMark, storageOf, untilSettled } = require('../records');
const { reckon } = require('../reckoning');
const { sendMany, startTraffic } = require('../traffic');

/**
 * Hostile requests at a real n8n while genuine events arrive at the same addresses.
 *
 * @param {Omit<import('./single').Stage, 'receivers'>} stage its n8n runs with `INSPECTED`
 * @param {object} options
 * @param {number} options.count of hostile requests
 * @param {string} options.seed
 * @param {number} [options.genuinePerSecond]
 * @param {number} [options.warmUp] hostile requests before memory is measured the first time
 * @param {(sent: number) => void} [options.onProgress]
 */
async function withstandAttack({ host, client }, options) {
	const { count, seed, genuinePerSecond = 2, warmUp = 500, onProgress } = options;
	const endpoints = await publishEndpoints(client);
	const { pid } = host;
	const early = await sendMany(endpoints, { count: 8 });
	const first = await attack(endpoints, { count: warmUp, seed: `${seed} warm-up` });

	const memoryBefore = await memoryOf(host);
	const traffic = startTraffic(endpoints, { perSecond: genuinePerSecond });
	const startedAt = Date.now();
	const second = await attack(endpoints, { count, seed, onProgress });
	const seconds = (Date.now() - startedAt) / 1000;
	const later = await traffic.stop();
	const memoryAfter = await memoryOf(host);
	const replays = await replay(endpoints, [...early, ...later]);

	const ids = workflowIds(endpoints);
	await untilSettled(storageOf(host), ids);
	const executions = await executionsByMark(storageOf(host), ids);
	return {
		hostile: first.sent + second.sent,
		perSecond: Math.round(second.sent / seconds),
		seconds: Math.round(seconds),
		forgedAccepted: [...first.accepted, ...second.accepted],
		answers: second.answers,
		genuine: reckon([...early, ...later], executions),
		replays,
		sameProcess: host.isRunning() && host.pid === pid,
		memoryBefore,
		memoryAfter,
	};
}

/**
 * Sends events again that n8n took: genuine in each byte, and yet not to be run again.
 *
 * @param {Awaited<ReturnType<typeof publishEndpoints>>} endpoints
 * @param {import('../traffic').Sent[]} sent
 * @returns {Promise<{ sent: number, ignored: number }>}
 */
async function replay(endpoints, sent) {
	let ignored = 0;
	const latest = sent.slice(-40);
	for (const { provider, event } of latest) {
		const [endpoint] = endpoints.filter((each) => each.provider === provider);
		const delivery = signedDelivery(provider, event, endpoint.secrets);
		const { status, text } = await send(endpoint.targets[0], delivery);
		// EnableX gets the same answer to every event; whether one ran twice the reckoning tells.
		const isIgnored = provider === 'enableX' ? text === '{}' : JSON.parse(text).duplicate === true;
		if (status === 200 && isIgnored) ignored += 1;
	}
	return { sent: latest.length, ignored };
}

module.exports = { withstandAttack };
