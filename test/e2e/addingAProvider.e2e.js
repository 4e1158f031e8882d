'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { PROJECT, run } = require('../../tools/n8n-host');
const { readPage } = require('../docs/page');

const PAGE = 'docs/adding-a-provider.md';
/** What a copy of the project does without; the packages are linked to. */
const LEFT_OUT = [
	'.cache',
	'.git',
	'dist',
	'node_modules',
	'reports',
	'tools/n8n-host/node_modules',
];

const { blocks } = readPage(PAGE);
/** The flags of the command that the page shows. */
const flags = blocks
	.find(({ language }) => language === 'sh new-provider')
	.text.replace(/^npm run new-provider -- /, '')
	.replaceAll('\\\n', ' ')
	.match(/"[^"]*"|\S+/g)
	.map((flag) => flag.replaceAll('"', ''));
/** What the page says to write, in its order. */
const steps = blocks
	.map(({ language, text }) => {
		const [kind, file] = language.split(' ');
		return { kind, file, text };
	})
	.filter(({ kind, file }) => file !== undefined && kind !== 'sh');

/** The tests that go over all providers. */
const TESTS = [
	'architecture',
	'conformance',
	'docs',
	'providers',
	'vectors',
	'VoiceCallTrigger',
	'VoiceCall/description',
];

describe(PAGE, () => {
	let copy;
	/** Of the state that the script leaves, and of the one that the page leads to. */
	const written = {};

	beforeAll(async () => {
		copy = fs.mkdtempSync(path.join(os.tmpdir(), 'voice-call-provider-'));
		const isLeftOut = (file) => LEFT_OUT.includes(path.relative(PROJECT, file));
		fs.cpSync(PROJECT, copy, { recursive: true, filter: (file) => !isLeftOut(file) });
		fs.symlinkSync(path.join(PROJECT, 'node_modules'), path.join(copy, 'node_modules'));
		const made = await node('scripts/new-provider.js', flags);
		expect(made.output).toMatch(/Made:/);
		expect(made.code).toBe(0);
		for (const { kind, file } of steps) {
			if (kind !== 'diff') written[file] = fs.readFileSync(path.join(copy, file), 'utf8');
		}
		for (const step of steps) follow(step);
	});

	afterAll(() => fs.rmSync(copy, { recursive: true, force: true }));

	// n8n's lint looks for other things when it finds itself in a test.
	const env = { ...process.env, NODE_ENV: '' };
	const node = (file, args) =>
		run(process.execPath, [path.join(copy, file), ...args], { cwd: copy, env });
	const tool = (name, args) => node(path.join('node_modules', name), args);

	/** Writes a file of the page, or changes one as its lines with plus and minus say. */
	function follow({ kind, file, text }) {
		const place = path.join(copy, file);
		if (kind !== 'diff') return fs.writeFileSync(place, text);
		const lines = text.trimEnd().split('\n');
		const without = (mark) =>
			lines
				.filter((line) => !line.startsWith(mark))
				.map((line) => `${line.slice(1)}\n`)
				.join('');
		const pieces = fs.readFileSync(place, 'utf8').split(without('+'));
		if (pieces.length !== 2) throw new Error(`${file} does not have once: ${without('+')}`);
		return fs.writeFileSync(place, pieces.join(without('-')));
	}

	test('shows the scheme that the script makes', () => {
		const file = 'nodes/providers/exampleVoice/scheme.ts';
		expect(written[file]).toBe(steps.find((step) => step.file === file).text);
	});

	test('refuses a provider that is there already, and answers that cannot be', async () => {
		const again = await node('scripts/new-provider.js', flags);
		expect([again.code, again.output.trim()]).toEqual([
			1,
			'nodes/providers/exampleVoice/scheme.ts is there already.',
		]);
		const unsigned = flags.map((flag) => flag.replace('{timestamp}.', ''));
		expect((await node('scripts/new-provider.js', unsigned)).output).toMatch(/is not signed/);
		const without = flags.slice(2);
		expect((await node('scripts/new-provider.js', without)).output).toMatch(/--name is missing/);
	});

	test('leads to sources that lint and type-check', async () => {
		const types = await tool('typescript/bin/tsc', ['--noEmit']);
		expect([types.code, types.output]).toEqual([0, '']);
		const lint = await tool('eslint/bin/eslint.js', [
			'--quiet',
			'nodes',
			'credentials',
			'package.json',
			'test/subjects',
			'tools/simulator/providers/exampleVoice',
		]);
		expect([lint.code, lint.output]).toEqual([0, '']);
	});

	test('leads to a provider that passes the tests', async () => {
		const report = path.join(copy, 'report.json');
		await tool('jest/bin/jest.js', [
			'--selectProjects',
			'unit',
			'--testPathPatterns',
			`test/(?:${TESTS.join('|')})`,
			'--json',
			`--outputFile=${report}`,
		]);
		const { testResults } = JSON.parse(fs.readFileSync(report, 'utf8'));
		const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
		const failed = tests.filter(({ status }) => status !== 'passed');
		expect(failed.map(({ fullName }) => fullName)).toEqual([]);
		expect(testResults.filter(({ status }) => status !== 'passed')).toEqual([]);
		const own = tests.filter(({ fullName }) => fullName.includes('exampleVoice'));
		expect(own.length).toBeGreaterThan(300);
	});
});
