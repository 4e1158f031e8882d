'use strict';

/**
 * @typedef {object} Profile as the inspector gives it
 * @property {{ id: number, callFrame: { functionName: string, url: string }, children?: number[] }[]} nodes
 * @property {number[]} samples
 * @property {number[]} timeDeltas microseconds
 */

/**
 * Who a file belongs to; the first that fits.
 *
 * @type {[owner: string, files: RegExp][]}
 */
const OWNERS = [
	['own', /\/node_modules\/n8n-nodes-voice-call\//],
	['database', /\/node_modules\/(@n8n\/typeorm|@n8n\/db|sqlite3|pg|pg-[a-z]+)\//],
	['expressions', /\/(isolated-vm|@n8n\/expression-runtime)\/|\/expression[a-z-]*\.js$/],
	['n8n', /\/node_modules\/(n8n|n8n-core|n8n-workflow|@n8n\/[a-z-]+)\//],
	['libraries', /\/node_modules\//],
];

const SPECIAL = {
	'(idle)': 'idle',
	'(garbage collector)': 'garbage collection',
	'(program)': 'native code',
};

/** In the order of the tables. */
const NAMES = {
	own: 'this package, with what it calls in Node.js (HMAC, JSON)',
	database: 'database layer (TypeORM, driver)',
	expressions: 'expression engine',
	n8n: 'n8n itself',
	libraries: 'other libraries of n8n (Express, loggers, ...)',
	node: 'Node.js (sockets, HTTP, timers, loading)',
	'native code': 'native code outside of JavaScript functions',
	'garbage collection': 'garbage collection',
};

/**
 * Whose code the main thread ran. What Node.js does on behalf of somebody counts as theirs.
 *
 * @param {Profile} profile
 * @returns {Record<string, number>} microseconds by owner, see NAMES; without idle time
 */
function sharesOf({ nodes, samples, timeDeltas }) {
	const owners = new Map();
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const visit = (id, inherited) => {
		const { callFrame, children = [] } = byId.get(id);
		const owner = ownerOf(callFrame) ?? inherited;
		owners.set(id, owner);
		for (const child of children) visit(child, owner);
	};
	visit(nodes[0].id, 'node');

	const shares = Object.fromEntries(Object.keys(NAMES).map((name) => [name, 0]));
	for (const [index, id] of samples.entries()) {
		const owner = owners.get(id);
		if (owner !== 'idle') shares[owner] += Math.max(0, timeDeltas[index]);
	}
	return shares;
}

/** @returns {string | undefined} nothing for Node.js' own functions and for native ones */
function ownerOf({ functionName, url }) {
	if (Object.hasOwn(SPECIAL, functionName)) return SPECIAL[functionName];
	return OWNERS.find(([, files]) => files.test(url))?.[0];
}

module.exports = { NAMES, sharesOf };
