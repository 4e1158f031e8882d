'use strict';

const { createServer } = require('node:http');
const { close, listen } = require('../loopback');
const { assertPortIsFree, freePort } = require('../../tools/n8n-host/ports');

describe('ports', () => {
	test('a taken port is named, with what to do', async () => {
		const server = createServer();
		const port = Number(new URL(await listen(server)).port);
		await expect(assertPortIsFree(port)).rejects.toThrow(
			`Port ${port} is already taken. Stop the program that uses it, or choose another port.`,
		);
		await close(server);
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
