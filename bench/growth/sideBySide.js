'use strict';

const { subscribe, unsubscribe } = require('node:diagnostics_channel');

/**
 * Counts the requests to a server of this process that are under way at the same time.
 *
 * @param {string} url
 * @returns {{ stop: () => number }} gives the most that there were
 */
function watchRequests(url) {
	const port = Number(new URL(url).port);
	const underWay = new Set();
	let most = 0;
	/** @type {(message: any) => void} */
	const onStart = ({ request, socket }) => {
		if (socket.localPort !== port) return;
		underWay.add(request);
		most = Math.max(most, underWay.size);
	};
	/** @type {(message: any) => void} */
	const onEnd = ({ request }) => void underWay.delete(request);
	subscribe('http.server.request.start', onStart);
	subscribe('http.server.response.finish', onEnd);
	return {
		stop: () => {
			unsubscribe('http.server.request.start', onStart);
			unsubscribe('http.server.response.finish', onEnd);
			return most;
		},
	};
}

module.exports = { watchRequests };
