'use strict';

// Loaded before anything else, so it has to be understood by old versions of Node as well.
var major = Number(process.versions.node.split('.')[0]);

if (major < 20) {
	process.stderr.write(
		'This is Node.js ' +
			process.versions.node +
			', which is too old. Install Node.js 20 or newer and run the command again.\n',
	);
	process.exit(1);
}

if (process.platform === 'win32') {
	process.stderr.write(
		'Windows cannot run this command. Use the Windows Subsystem for Linux, or Linux or macOS.\n',
	);
	process.exit(1);
}

module.exports = { major: major };
