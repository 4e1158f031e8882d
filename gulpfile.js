const { rm } = require('node:fs/promises');
const { dest, parallel, series, src } = require('gulp');

/** Everything beside the TypeScript that n8n reads: icons and codex files. */
const shipped = ['svg', 'png', 'json'];

const copy = (folder) => () =>
	src(shipped.map((extension) => `${folder}/**/*.${extension}`), { encoding: false }).pipe(
		dest(`dist/${folder}`),
	);

const copyNodes = Object.assign(copy('nodes'), { displayName: 'icons and codex of nodes/' });
const copyCredentials = Object.assign(copy('credentials'), { displayName: 'icons of credentials/' });

exports.clean = () => rm('dist', { recursive: true, force: true });
exports['build:icons'] = parallel(copyNodes, copyCredentials);
exports.default = series(exports.clean, exports['build:icons']);
