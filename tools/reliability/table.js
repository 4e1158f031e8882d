'use strict';

const RECKONING_HEADER = [
	'fault',
	'events',
	'requests',
	'accepted',
	'lost',
	'refused',
	'given up',
	'run twice',
	'executions',
];

/**
 * @param {string} name
 * @param {import('./reckoning').Reckoning} reckoning
 */
function reckoningRow(name, reckoning) {
	const { sent, attempts, accepted, lost, refused, givenUp, twice, statuses } = reckoning;
	const states = Object.entries(statuses).map(([status, count]) => `${count} ${status}`);
	return [name, sent, attempts, accepted, lost, refused, givenUp, twice, states.join(', ')];
}

module.exports = { RECKONING_HEADER, reckoningRow };
