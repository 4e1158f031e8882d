'use strict';

const { subscribe, unsubscribe } = require('node:diagnostics_channel');
const { readFileSync } = require('node:fs');

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

/**
 * Looks at the memory of a process ten times a second.
 *
 * @param {number} pid
 * @returns {{ stop: () => number }} gives the most that it held meanwhile, in megabytes
 */
function watchMemory(pid) {
	let most = 0;
	const look = () => {
		const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
		most = Math.max(most, Number(kilobytes) / 1024);
	};
	look();
	const looking = setInterval(look, 100);
	return {
		stop: () => {
			clearInterval(looking);
			look();
			return most;
		},
	};
}

module.exports = { watchMemory, watchRequests };
