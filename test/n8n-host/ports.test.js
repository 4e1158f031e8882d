'use strict';

const { once } = require('node:events');
const { createServer } = require('node:net');
const { assertPortIsFree, freePort } = require('../../tools/n8n-host/ports');

describe('ports', () => {
	test('a taken port is named, with what to do', async () => {
		const server = createServer().listen(0, '127.0.0.1');
		await once(server, 'listening');
		const { port } = server.address();
		await expect(assertPortIsFree(port)).rejects.toThrow(
			`Port ${port} is already taken. Stop the program that uses it, or choose another port.`,
		);
		server.close();
		await once(server, 'close');
		await expect(assertPortIsFree(port)).resolves.toBeUndefined();
	});

	test.each([99_999, Number.NaN])('%s is not a port', async (port) => {
		await expect(assertPortIsFree(port)).rejects.toThrow(
			`${port} is not a port. Choose a number from 1024 to 65535.`,
		);
	});

	test('never hands a port out twice', async () => {
		const ports = await Promise.all(Array.from({ length: 50 }, freePort));
		expect(new Set(ports).size).toBe(50);
	});
});
