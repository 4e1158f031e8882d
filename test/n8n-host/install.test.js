'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { installN8n } = require('../../tools/n8n-host/install');
const { freePort } = require('../../tools/n8n-host/ports');
const { hostRecipe } = require('../../tools/n8n-host/places');

describe('installN8n', () => {
	let folder;

	beforeEach(() => {
		folder = fs.mkdtempSync(path.join(os.tmpdir(), 'voice-call-install-'));
		process.env.VOICE_CALL_CACHE = path.join(folder, 'hosts');
	});

	afterEach(() => {
		delete process.env.VOICE_CALL_CACHE;
		delete process.env.npm_config_registry;
		delete process.env.npm_config_cache;
		fs.rmSync(folder, { recursive: true, force: true });
	});

	test('without a network: one sentence, and neither a lock nor a marker is left', async () => {
		process.env.npm_config_registry = `http://127.0.0.1:${await freePort()}/`;
		process.env.npm_config_cache = path.join(folder, 'npm');
		await expect(installN8n({ version: '1.2.3', log: () => {} })).rejects.toThrow(
			/^Installing n8n 1\.2\.3 failed: 127\.0\.0\.1:\d+ cannot be reached \((ENOTFOUND|ECONNREFUSED)\)\. Check the network connection/,
		);
		const recipe = hostRecipe('1.2.3');
		expect(fs.existsSync(`${recipe.folder}.lock`)).toBe(false);
		expect(fs.existsSync(path.join(recipe.folder, '.ready'))).toBe(false);
	});

	test('a finished install is used as it is', async () => {
		const recipe = hostRecipe();
		fs.mkdirSync(recipe.folder, { recursive: true });
		fs.writeFileSync(path.join(recipe.folder, '.ready'), '');
		const lines = [];
		const installed = await installN8n({
			version: recipe.version,
			log: (line) => lines.push(line),
		});
		expect(installed).toMatchObject({ version: recipe.version, folder: recipe.folder });
		expect(lines).toEqual([]);
	});

	test('refuses what is no version', async () => {
		await expect(installN8n({ version: 'latest' })).rejects.toThrow(
			/"latest" is not an n8n version\. Set N8N_VERSION/,
		);
	});

	test('each version has a folder of its own, made from what is installed there', () => {
		expect(hostRecipe('1.123.0').folder).not.toBe(hostRecipe('1.123.1').folder);
		expect(JSON.parse(hostRecipe('2.40.0').manifest).dependencies).toHaveProperty('node');
	});
});
