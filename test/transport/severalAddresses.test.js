'use strict';

const http = require('node:http');
const { readTransportFailure } = require('../../nodes/transport/networkError');

test('a host with several addresses of which none connects got nothing: Node’s own error', async () => {
	const addresses = [
		{ address: '::1', family: 6 },
		{ address: '127.0.0.1', family: 4 },
	];
	const error = await new Promise((resolve) => {
		http
			.request({
				host: 'several.example',
				port: 1,
				lookup: (_host, _options, found) => found(null, addresses),
			})
			.on('error', resolve);
	});
	expect(error.errors).toHaveLength(2);
	expect(readTransportFailure(error)).toMatchObject({ kind: 'notSent', mayPass: true });
});
