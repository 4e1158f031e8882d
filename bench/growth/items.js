'use strict';

const { place, withStandIn } = require('../calls/place');
const { ways } = require('../calls/ways');
const { withHost } = require('../n8n/withHost');
const { publish } = require('../n8n/workflow');
const { watchMemory, watchRequests } = require('./watch');

const ITEMS = [100, 1000, 10_000];
const SIDE_BY_SIDE = 20;
/** What the stand-in takes for an answer, in milliseconds. */
const ANSWER_TIME = 10;
/** What the provider takes, where it limits: so many requests in a second. */
const LIMIT = { requests: 50, windowMs: 1000 };
const LIMITED_ITEMS = 500;

/**
 * One execution of a node against what it has to place: Voice Call; at most as many with n8n's HTTP Request,
 * which sends all at once, to tell what is n8n's own; Voice Call where the stand-in has a limit of requests.
 *
 * @typedef {object} Placed
 * @property {string} node
 * @property {string} limit
 * @property {number} items
 * @property {number} perSecond
 * @property {number} megabytes what n8n took at its highest
 * @property {number} sideBySide requests at the same time, at most
 * @property {number} refused requests that the limit refused
 * @property {number} outOfOrder items whose result stands in another place
 *
 * @param {{ quick: boolean }} options
 * @returns {Promise<Placed[]>}
 */
async function againstItems({ quick }) {
	const counts = quick ? ITEMS.slice(0, 1) : ITEMS;
	const limited = [quick ? LIMIT.requests * 2 : LIMITED_ITEMS];
	return [
		...(await placeEach('voiceCall', null, counts)),
		...(await placeEach('http', null, counts.slice(-1))),
		...(await placeEach('voiceCall', LIMIT, limited)),
	];
}

/** What n8n's HTTP Request gives out is the answer itself. */
const NODES = {
	voiceCall: { name: 'Voice Call', idIn: ({ callId }) => callId },
	http: { name: 'HTTP Request', idIn: (answer) => answer.data.call_id },
};

/**
 * @param {keyof typeof NODES} wanted
 * @param {import('../../tools/simulator/settings').Limit | null} limit
 * @param {number[]} counts
 * @returns {Promise<Placed[]>}
 */
const placeEach = (wanted, limit, counts) =>
	withStandIn({ answerTime: ANSWER_TIME, limit }, (simulator) =>
		withHost({}, async ({ host, client }) => {
			const { name, idIn } = NODES[wanted];
			const { nodes } = ways(simulator, 'allEntries').find(
				({ id, sideBySide }) => id === wanted && [SIDE_BY_SIDE, null].includes(sideBySide),
			);
			const { url } = await publish(client, 'Growth of items', nodes);
			await place(url, simulator, 20);
			const found = [];
			for (const items of counts) {
				const memory = watchMemory(host.pid);
				const requests = watchRequests(simulator.url);
				const before = simulator.requests.length;
				const { perSecond, numbers, calls, answer } = await place(url, simulator, items);
				const sent = simulator.requests.slice(before);
				const numberOf = new Map(calls.map(({ id, contact }) => [id, contact]));
				const ids = JSON.parse(answer).map(idIn);
				found.push({
					node: name,
					limit: limit ? `${limit.requests} a second` : 'none',
					items,
					perSecond,
					outOfOrder: numbers.filter((to, at) => numberOf.get(ids[at]) !== to).length,
					megabytes: memory.stop(),
					sideBySide: requests.stop(),
					refused: sent.filter(({ status }) => status === 429).length,
				});
			}
			return found;
		}),
	);

module.exports = { ANSWER_TIME, SIDE_BY_SIDE, againstItems };
