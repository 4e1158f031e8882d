'use strict';

const { spawnSync } = require('node:child_process');
const path = require('node:path');

const SCRIPTS = path.resolve(__dirname, '..', '..', 'scripts');

describe('commands on a Node.js that is too old', () => {
	test.each(['start.js', 'test.js', 'scan.js'])('%s says so and ends', (script) => {
		const pretend = `Object.defineProperty(process.versions, 'node', { value: '18.20.8' });`;
		const run = `${pretend} require(${JSON.stringify(path.join(SCRIPTS, script))});`;
		const { status, stderr } = spawnSync(process.execPath, ['-e', run], { encoding: 'utf8' });
		expect(stderr).toBe(
			'This is Node.js 18.20.8, which is too old. Install Node.js 20 or newer and run the command again.\n',
		);
		expect(status).toBe(1);
	});
});
