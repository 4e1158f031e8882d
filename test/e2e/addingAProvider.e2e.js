'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { PROJECT, run } = require('../../tools/n8n-host');
const { readPage } = require('../docs/page');

const PAGE = 'docs/adding-a-provider.md';
const COPIED = [
	'credentials',
	'nodes',
	'package.json',
	'test/conformance',
	'test/jest.setup.js',
	'test/providers',
	'test/VoiceCallTrigger',
	'test/simulator',
	'test/subjects',
	'test/tsconfig.json',
	'test/vectors',
	'tools/simulator',
	'tsconfig.json',
];

/** What the page says to do, in its order. */
const steps = readPage(PAGE)
	.blocks.map(({ language, text }) => {
		const [kind, file] = language.split(' ');
		return { kind, file, text };
	})
	.filter(({ file }) => file !== undefined);

describe(PAGE, () => {
	let copy;

	beforeAll(() => {
		copy = fs.mkdtempSync(path.join(os.tmpdir(), 'voice-call-provider-'));
		for (const name of COPIED) {
			fs.cpSync(path.join(PROJECT, name), path.join(copy, name), { recursive: true });
		}
		fs.symlinkSync(path.join(PROJECT, 'node_modules'), path.join(copy, 'node_modules'));
		for (const step of steps) follow(step);
	});

	afterAll(() => fs.rmSync(copy, { recursive: true, force: true }));

	/** Writes a file of the page, or changes one as its lines with plus and minus say. */
	function follow({ kind, file, text }) {
		const place = path.join(copy, file);
		if (kind !== 'diff') {
			if (fs.existsSync(place)) throw new Error(`${file} is there already`);
			fs.mkdirSync(path.dirname(place), { recursive: true });
			fs.writeFileSync(place, text);
			return;
		}
		const lines = text.trimEnd().split('\n');
		const without = (mark) =>
			lines
				.filter((line) => !line.startsWith(mark))
				.map((line) => `${line.slice(1)}\n`)
				.join('');
		const pieces = fs.readFileSync(place, 'utf8').split(without('+'));
		if (pieces.length !== 2) throw new Error(`${file} does not have once: ${without('+')}`);
		fs.writeFileSync(place, pieces.join(without('-')));
	}

	const tool = (name, args) =>
		run(process.execPath, [path.join(PROJECT, 'node_modules', name), ...args], { cwd: copy });

	test('has a step for every place', () => {
		const files = steps.map(({ file }) => file);
		expect(files).toEqual(
			expect.arrayContaining([
				'nodes/providers/exampleVoice/index.ts',
				'credentials/ExampleVoiceWebhookApi.credentials.ts',
				'nodes/providers/index.ts',
				'nodes/VoiceCallTrigger/VoiceCallTrigger.node.ts',
				'package.json',
			]),
		);
	});

	test('leads to sources that type-check', async () => {
		const { code, output } = await tool('typescript/bin/tsc', ['-p', 'test']);
		expect(output).toBe('');
		expect(code).toBe(0);
	});

	test('leads to a provider that passes the test kit', async () => {
		const config = {
			rootDir: copy,
			testMatch: ['<rootDir>/test/conformance/*.test.ts', '<rootDir>/test/providers/*.test.*'],
			setupFiles: ['<rootDir>/test/jest.setup.js'],
			transform: { '\\.ts$': 'ts-jest' },
		};
		const report = path.join(copy, 'report.json');
		const args = ['--config', JSON.stringify(config), '--json', `--outputFile=${report}`];
		await tool('jest/bin/jest.js', [...args, '--runInBand']);
		const { testResults } = JSON.parse(fs.readFileSync(report, 'utf8'));
		const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
		const failed = tests.filter(({ status }) => status !== 'passed');
		expect(failed.map(({ fullName }) => fullName)).toEqual([]);
		expect(testResults.filter(({ status }) => status !== 'passed')).toEqual([]);
		const own = tests.filter(({ fullName }) => fullName.includes('exampleVoice'));
		expect(own.length).toBeGreaterThan(200);
	});
});
