'use strict';

const { readFileSync } = require('node:fs');
const path = require('node:path');

const PROJECT = path.resolve(__dirname, '..', '..');
const FOLDERS = ['.', 'bench', 'tools/n8n-host'];

// npm leaves the hash out of what it did not download: native packages of other systems.
test.each(FOLDERS)('the lock file in %s has a hash of every package', (folder) => {
	const text = readFileSync(path.join(PROJECT, folder, 'package-lock.json'), 'utf8');
	/** @type {{ packages: Record<string, { link?: boolean, integrity?: string }> }} */
	const { packages } = JSON.parse(text);
	const installed = Object.entries(packages).filter(([place, { link }]) => place !== '' && !link);
	expect(installed.length).toBeGreaterThan(5);
	const without = installed.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? ''));
	expect(without.map(([place]) => place)).toEqual([]);
});
