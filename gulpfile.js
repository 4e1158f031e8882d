const { rm } = require('node:fs/promises');
const { dest, parallel, series, src } = require('gulp');

/**
 * The pictures and schemas, as they are; the compiler writes the rest. `n8n-node build` copies the pictures
 * of the documentation as well.
 */
const shipped = ['*.svg', '*.png', '__schema__/**/*.json'];

const copy = (folder) => () =>
	src(
		shipped.map((files) => `${folder}/**/${files}`),
		{ encoding: false, base: folder },
	).pipe(dest(`dist/${folder}`));

const copyNodes = Object.assign(copy('nodes'), { displayName: 'icons and schemas of nodes/' });
const copyCredentials = Object.assign(copy('credentials'), {
	displayName: 'icons of credentials/',
});

exports.clean = () => rm('dist', { recursive: true, force: true });
exports['build:icons'] = parallel(copyNodes, copyCredentials);
exports.default = series(exports.clean, exports['build:icons']);
