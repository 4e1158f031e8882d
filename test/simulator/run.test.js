'use strict';

const { execFile, spawn } = require('node:child_process');
const { once } = require('node:events');
const path = require('node:path');
const { createInterface } = require('node:readline');

const program = path.join(__dirname, '..', '..', 'tools', 'simulator', 'run.js');

const run = (...args) =>
	new Promise((resolve) => {
		execFile(process.execPath, [program, ...args], (error, stdout, stderr) =>
			resolve({ code: error?.code ?? 0, stdout, stderr }),
		);
	});

test('shows addresses and credentials, answers, and ends on SIGTERM', async () => {
	const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
	const exited = once(child, 'exit');
	try {
		const shown = {};
		let section = '';
		for await (const line of createInterface({ input: child.stdout })) {
			const [, name, value] = /^ {2}(\w+) +(\S+)$/.exec(line) ?? [];
			if (name === undefined) section = line;
			else if (section === 'Addresses' || section.endsWith('huskyVoice')) shown[name] = value;
			if (line === 'Ready.') break;
		}
		const response = await fetch(`${shown.huskyVoice}/calls/nonsense`, {
			headers: { Authorization: `Bearer ${shown.apiKey}` },
		});
		expect(response.status).toBe(404);
		expect(shown.huskyVoiceInbound).toContain(shown.inboundToken);
	} finally {
		child.kill('SIGTERM');
	}
	expect((await exited)[0]).toBe(0);
});

test('explains itself', async () => {
	const { code, stdout } = await run('--help');
	expect(code).toBe(0);
	expect(stdout).toContain('Usage: node tools/simulator/run.js');
});

test.each([['--outcome', 'sulk'], ['--nonsense']])('refuses %s', async (...args) => {
	const { code, stderr } = await run(...args);
	expect(code).toBe(1);
	expect(stderr).toContain('Usage:');
});
