'use strict';

// The sender of load, a process of its own so that it does not share a thread with what is
// measured or with what measures. Takes streams by IPC, see generator.js.
const { drive } = require('./drive');

process.on('message', async ([first, ...others]) => {
	const ending = new AbortController();
	const accompanying = others.map((stream) => drive(stream, ending.signal));
	try {
		const main = await drive(first);
		ending.abort();
		process.send({ outcomes: [main, ...(await Promise.all(accompanying))] });
	} catch (error) {
		process.send({ error: error.stack });
	}
});

process.on('disconnect', () => process.exit());
