'use strict';

const { setTimeout: delay } = require('node:timers/promises');
const { eventTypes, sampleEvent, uniqueFacts } = require('../../simulator/events');
const { send } = require('../../simulator/sender');
const { signedDelivery } = require('../../simulator/sign');
const { executionsByMark, untilSettled } = require('../records');

/**
 * What came of events that were delivered twice, once at each of two processes.
 *
 * @typedef {object} Copies
 * @property {number} pairs
 * @property {number} answered deliveries answered 200, of two for each pair
 * @property {number} never pairs that started no execution
 * @property {number} once pairs that started one execution
 * @property {number} twice pairs that started two
 * @property {string[]} marks
 *
 * @param {object} options
 * @param {import('../records').Storage} options.storage
 * @param {(import('../traffic').Endpoint & { workflowId: string })[]} options.endpoints take turns
 * @param {number} options.pairs
 * @param {number} options.gapMs from the first answer to the copy; 0 sends both at the same moment
 * @param {number} [options.atOnce] pairs under way at a time
 * @returns {Promise<Copies>}
 */
async function deliverTwice({ storage, endpoints, pairs, gapMs, atOnce = 1 }) {
	/** @type {Awaited<ReturnType<typeof deliverPair>>[]} */
	const sent = [];
	let begun = 0;
	const pairAfterPair = async () => {
		while (begun < pairs) {
			const endpoint = endpoints[begun % endpoints.length];
			begun += 1;
			sent.push(await deliverPair(endpoint, gapMs));
		}
	};
	await Promise.all(Array.from({ length: atOnce }, pairAfterPair));

	const workflowIds = endpoints.map(({ workflowId }) => workflowId);
	await untilSettled(storage, workflowIds);
	const executions = await executionsByMark(storage, workflowIds);
	const started = sent.map(({ mark }) => executions.get(mark)?.length ?? 0);
	return {
		pairs,
		answered: sent.flatMap(({ statuses }) => statuses).filter((status) => status === 200).length,
		never: started.filter((count) => count === 0).length,
		once: started.filter((count) => count === 1).length,
		twice: started.filter((count) => count === 2).length,
		marks: sent.map(({ mark }) => mark),
	};
}

/**
 * @param {import('../traffic').Endpoint} endpoint with two targets
 * @param {number} gapMs
 */
async function deliverPair({ provider, secrets, targets: [one, other] }, gapMs) {
	const facts = uniqueFacts();
	const event = sampleEvent(provider, eventTypes(provider)[0], facts);
	const delivery = signedDelivery(provider, event, secrets);
	const first = send(one, delivery);
	if (gapMs > 0) {
		await first;
		await delay(gapMs);
	}
	const answers = await Promise.all([first, send(other, delivery)]);
	const mark = facts.callId.replace('call_', '');
	return { mark, statuses: answers.map(({ status }) => status) };
}

module.exports = { deliverTwice };
