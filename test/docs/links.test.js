'use strict';

const fs = require('node:fs');
const path = require('node:path');
const manifest = require('../../package.json');
const { PROJECT, allPages, readPage } = require('./page');

const pages = allPages();
/** Of a page that a person reads without a break. */
const MAX_LINES = 250;
const isOutside = (link) => /^[a-z]+:/.test(link);

/** Why a link inside the repository leads nowhere, or `undefined`. */
function problemOf(page, link) {
	const [address, anchor] = link.split('#');
	const file = address === '' ? page.file : path.join(path.dirname(page.file), address);
	if (file.startsWith('..')) return 'leaves the repository';
	if (!fs.existsSync(path.join(PROJECT, file))) return 'no such file';
	if (anchor === undefined) return undefined;
	return readPage(file).anchors.has(anchor) ? undefined : 'no such heading';
}

test('there are pages with links to check', () => {
	expect(pages.length).toBeGreaterThan(10);
	expect(pages.flatMap(({ links }) => links).length).toBeGreaterThan(50);
});

test.each(pages.map((page) => [page.file, page]))('%s links to what is there', (_, page) => {
	const broken = page.links
		.filter((link) => !isOutside(link))
		.map((link) => [link, problemOf(page, link)])
		.filter(([, problem]) => problem !== undefined);
	expect(broken).toEqual([]);
});

test.each(pages.map((page) => [page.file, page]))('%s links outside by https only', (_, page) => {
	expect(page.links.filter((link) => isOutside(link) && !link.startsWith('https://'))).toEqual([]);
});

test('every picture in docs/ is shown on a page', () => {
	const folder = path.join(PROJECT, 'docs', 'images');
	const shown = new Set(
		pages.flatMap(({ file, links }) =>
			links.filter((link) => !isOutside(link)).map((link) => path.join(path.dirname(file), link)),
		),
	);
	const pictures = fs.readdirSync(folder).map((name) => `docs/images/${name}`);
	expect(pictures.filter((picture) => !shown.has(picture))).toEqual([]);
});

test('a page is read in one sitting', () => {
	const long = pages
		.filter(({ file }) => file === 'README.md' || file.startsWith('docs/'))
		.map(({ file }) => [file, fs.readFileSync(path.join(PROJECT, file), 'utf8')])
		.filter(([, text]) => text.split('\n').length > MAX_LINES);
	expect(long.map(([file]) => file)).toEqual([]);
});

test('every npm script that a page names is there', () => {
	const named = pages.flatMap(({ file }) => {
		const text = fs.readFileSync(path.join(PROJECT, file), 'utf8');
		return [...text.matchAll(/npm run ([a-z][a-z0-9:-]*)/g)].map(([, script]) => script);
	});
	expect(named.length).toBeGreaterThan(0);
	expect([...new Set(named)].filter((script) => !(script in manifest.scripts))).toEqual([]);
});

test('every page in docs/ can be reached from the README', () => {
	const reached = new Set(['README.md']);
	for (const file of reached) {
		for (const link of readPage(file).links.filter((each) => !isOutside(each))) {
			const target = path.join(path.dirname(file), link.split('#')[0]);
			if (target.endsWith('.md') && fs.existsSync(path.join(PROJECT, target))) reached.add(target);
		}
	}
	const unreached = pages.map(({ file }) => file).filter((file) => file.startsWith('docs/'));
	expect(unreached.filter((file) => !reached.has(file))).toEqual([]);
});
