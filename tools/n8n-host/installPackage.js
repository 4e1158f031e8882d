'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { npm } = require('./npm');

/**
 * Installs a packed community package into an n8n user folder, the way users do by hand on their
 * own servers: `npm install <package>` in `<user folder>/.n8n/nodes`.
 *
 * n8n's own installer (Settings > Community nodes) strips `peerDependencies` before it lets npm
 * run and passes `--ignore-scripts --bin-links=false`; `--legacy-peer-deps` has the same effect
 * here: the peer `n8n-workflow` comes from the running n8n, no second copy is installed.
 *
 * @param {string} userFolder value of `N8N_USER_FOLDER`
 * @param {string} tarball absolute path
 * @throws {HostFailure}
 */
async function installPackage(userFolder, tarball) {
	const nodes = path.join(userFolder, '.n8n', 'nodes');
	const installed = path.join(nodes, '.installed-from');
	if (fs.existsSync(installed) && fs.readFileSync(installed, 'utf8') === tarball) return;
	fs.mkdirSync(nodes, { recursive: true });
	const manifest = path.join(nodes, 'package.json');
	if (!fs.existsSync(manifest)) {
		fs.writeFileSync(manifest, JSON.stringify({ name: 'installed-nodes', private: true }));
	}
	// A tarball of the same version with other content is refused by an old lock file.
	fs.rmSync(path.join(nodes, 'package-lock.json'), { force: true });
	await npm(['install', '--legacy-peer-deps', '--ignore-scripts', '--no-bin-links', tarball], {
		cwd: nodes,
		doing: `Installing ${path.basename(tarball)} into n8n`,
	});
	fs.writeFileSync(installed, tarball);
}

module.exports = { installPackage };
