'use strict';

const { execFileSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { cacheFolder, npm, packPackage } = require('../tools/n8n-host');

/**
 * Installs the libraries that only benchmarks need (bench/package.json), unless they are there.
 *
 * @throws {HostFailure}
 */
async function installPeers() {
	const wanted = fs.readFileSync(path.join(__dirname, 'package-lock.json'), 'utf8');
	const marker = path.join(__dirname, 'node_modules', '.installed-from');
	const fingerprint = createHash('sha256').update(wanted).digest('hex');
	if (fs.existsSync(marker) && fs.readFileSync(marker, 'utf8') === fingerprint) return;
	process.stderr.write('Installing what the benchmarks compare with (once)\n');
	await npm(['ci', '--ignore-scripts'], {
		cwd: __dirname,
		doing: 'Installing what the benchmarks compare with',
	});
	fs.writeFileSync(marker, fingerprint);
}

/** @type {Promise<{ tarball: string, dist: string }> | undefined} */
let unpacked;

/**
 * The package as users get it, unpacked: the compiled code is what is measured. It stays the same
 * for all parts of one run, also when the sources change meanwhile.
 *
 * @returns {Promise<{ tarball: string, dist: string }>} `dist` is the folder of compiled code
 */
function unpackPackage() {
	unpacked ??= packAndUnpack();
	return unpacked;
}

async function packAndUnpack() {
	const tarball = await packPackage();
	const name = path.basename(path.dirname(tarball));
	const folder = path.join(cacheFolder(), 'bench', name);
	if (!fs.existsSync(folder)) {
		const making = `${folder}.${process.pid}`;
		fs.mkdirSync(making, { recursive: true });
		execFileSync('tar', ['-xzf', tarball, '-C', making]);
		fs.renameSync(making, folder);
	}
	return { tarball, dist: path.join(folder, 'package', 'dist') };
}

module.exports = { installPeers, unpackPackage };
