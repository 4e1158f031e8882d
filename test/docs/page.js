'use strict';

const fs = require('node:fs');
const path = require('node:path');
const MarkdownIt = require('markdown-it');

const PROJECT = path.join(__dirname, '..', '..');
const markdown = new MarkdownIt({ html: true });
const NOTHING = { children: [] };

/**
 * A page of the documentation, read.
 *
 * @typedef {object} Page
 * @property {string} file from the project's folder
 * @property {Set<string>} anchors what a link may name after `#`
 * @property {string[]} links addresses of links and images, in order
 * @property {{ language: string, text: string }[]} blocks fenced code
 * @property {{ level: number, text: string }[]} headings in order
 * @property {string} start the first paragraph, without marks
 * @property {Record<string, Cell>[][]} tables all of them, a row as an object with the column titles as names
 * @property {(heading: string) => Record<string, Cell>[]} table the first table after a heading
 *
 * @typedef {object} Cell
 * @property {string} text without marks
 * @property {string[]} code what stands in back quotes
 * @property {string[]} links addresses
 */

/**
 * @param {string} file from the project's folder
 * @returns {Page}
 */
function readPage(file) {
	const tokens = markdown.parse(fs.readFileSync(path.join(PROJECT, file), 'utf8'), {});
	const inline = tokens.flatMap((token) => token.children ?? []);
	return {
		file,
		anchors: new Set(headingsOf(tokens).map(({ text }) => slug(text))),
		headings: headingsOf(tokens),
		start: plain(tokens[tokens.findIndex(({ type }) => type === 'paragraph_open') + 1] ?? NOTHING),
		links: addressesIn(inline),
		blocks: tokens
			.filter(({ type }) => type === 'fence')
			.map(({ info, content }) => ({ language: info.trim(), text: content })),
		tables: tokens.flatMap(({ type }, at) => (type === 'table_open' ? [tableAt(tokens, at)] : [])),
		table: (heading) => tableAfter(tokens, heading, file),
	};
}

/** Every page of the project, but not those of what is installed. */
function allPages() {
	const skipped = /(^|\/)(node_modules|\.cache|dist|\.git|coverage|reports|results)(\/|$)/;
	return fs
		.readdirSync(PROJECT, { withFileTypes: true })
		.filter(({ name }) => !skipped.test(name))
		.flatMap((entry) =>
			entry.isDirectory()
				? fs
						.readdirSync(path.join(PROJECT, entry.name), { recursive: true, encoding: 'utf8' })
						.filter((file) => !skipped.test(file))
						.map((file) => path.join(entry.name, file))
				: [entry.name],
		)
		.filter((file) => file.endsWith('.md'))
		.map(readPage);
}

function headingsOf(tokens) {
	return tokens.flatMap(({ type, tag }, at) =>
		type === 'heading_open' ? [{ level: Number(tag.slice(1)), text: plain(tokens[at + 1]) }] : [],
	);
}

/** The anchor that GitHub gives a heading. */
function slug(heading) {
	const kept = heading.toLowerCase().replaceAll(/[^\p{Letter}\p{Number}\p{Mark} _-]/gu, '');
	return kept.replaceAll(' ', '-');
}

function addressesIn(children) {
	return children.flatMap((child) => child.attrGet('href') ?? child.attrGet('src') ?? []);
}

function plain({ children }) {
	return children.map(({ content }) => content).join('');
}

function tableAfter(tokens, heading, file) {
	const start = tokens.findIndex(
		(token, at) => token.type === 'heading_open' && plain(tokens[at + 1]) === heading,
	);
	const open = tokens.findIndex(({ type }, at) => at > start && type === 'table_open');
	if (start < 0 || open < 0) throw new Error(`${file} has no table under "${heading}"`);
	return tableAt(tokens, open);
}

/** The table that opens at this token. */
function tableAt(tokens, open) {
	const close = tokens.findIndex(({ type }, at) => at > open && type === 'table_close');
	const rows = [];
	for (const token of tokens.slice(open, close)) {
		if (token.type === 'tr_open') rows.push([]);
		if (token.type === 'inline') rows.at(-1).push(cellOf(token));
	}
	const [titles, ...body] = rows;
	return body.map((cells) =>
		Object.fromEntries(cells.map((cell, column) => [titles[column].text, cell])),
	);
}

function cellOf(token) {
	return {
		text: plain(token),
		code: token.children.filter(({ type }) => type === 'code_inline').map(({ content }) => content),
		links: addressesIn(token.children),
	};
}

/** What stands in back quotes, in order. */
function codeIn(text) {
	return [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code);
}

module.exports = { PROJECT, allPages, codeIn, readPage };
