'use strict';

const { explain, npmEnvironment } = require('../../tools/n8n-host/npm');

/** What npm and node-gyp really print, cut to the lines that matter. */
const outputs = {
	offline:
		'npm error code ENOTFOUND\nnpm error syscall getaddrinfo\nnpm error network request to https://registry.example/n8n failed, reason: getaddrinfo ENOTFOUND registry.example',
	refused: 'npm error code ECONNREFUSED\nnpm error errno ECONNREFUSED',
	noMake: 'gyp ERR! build error\ngyp ERR! stack Error: not found: make\ngyp ERR! not ok',
	noCompiler: 'make: g++: No such file or directory\ngyp ERR! build error\ngyp ERR! not ok',
	noCc: 'prebuild-install warn install getaddrinfo ENOTFOUND github.example\nmake: cc: No such file or directory\ngyp ERR! build error',
	noPython:
		'gyp ERR! find Python\ngyp ERR! find Python Python is not set from command line\ngyp ERR! not ok',
	diskFull: 'npm error code ENOSPC\nnpm error nospc ENOSPC: no space left on device, write',
	other:
		'npm error code EUSAGE\nnpm error `npm ci` can only install packages when they are in sync',
};

describe('explain says what happened and what to do', () => {
	test.each([
		[
			'offline',
			/failed: registry\.example cannot be reached \((ENOTFOUND|ECONNREFUSED)\)\. Check the network connection/,
		],
		[
			'refused',
			/registry cannot be reached \((ENOTFOUND|ECONNREFUSED)\)\. Check the network connection/,
		],
		['noMake', /C\+\+ compiler and make could not be found.*apt-get install -y python3 make g\+\+/],
		['noCompiler', /C\+\+ compiler and make could not be found.*apt-get install/],
		['noCc', /C\+\+ compiler and make could not be found/],
		['noPython', /Python 3 could not be found.*apt-get install/],
		['diskFull', /disk is full\. Free 4 GB/],
		['other', /ended with status 1.*npm error code EUSAGE/s],
	])('%s', (name, sentence) => {
		expect(explain('Installing n8n', 1, outputs[name])).toMatch(sentence);
	});

	test('a failed download of a prebuilt driver does not hide a missing compiler', () => {
		const output = `prebuild-install warn install getaddrinfo ENOTFOUND github.example\n${outputs.noMake}`;
		expect(explain('Building', 1, output)).toMatch(/C\+\+ compiler/);
	});

	test('no npm at all', () => {
		expect(explain('Installing n8n', 127, 'spawn npm ENOENT')).toMatch(
			/npm was not found\. Install Node\.js/,
		);
	});
});

describe('npm in another folder', () => {
	const names = ['npm_config_ignore_scripts', 'npm_config_legacy_peer_deps'];

	beforeEach(() => names.forEach((name) => (process.env[name] = 'true')));
	afterEach(() => names.forEach((name) => delete process.env[name]));

	test('does not follow the .npmrc of this project: n8n needs its peers', () => {
		expect(Object.keys(npmEnvironment()).filter((name) => names.includes(name))).toEqual([]);
	});
});
