'use strict';

const { readFileSync, readdirSync } = require('node:fs');
const path = require('node:path');
const ts = require('typescript');

const PROJECT = path.resolve(__dirname, '..', '..');

/**
 * A source file, as far as the rules of the house ask.
 *
 * @typedef {object} Source
 * @property {string} file path from the project's folder, with slashes
 * @property {number} lines
 * @property {Array<{ from: string, typeOnly: boolean }>} imports what it imports, requires or
 *   exports again; relative ones as a path from the project's folder
 * @property {string[]} compared the texts that something is compared with, by `===` or `case`
 * @property {string[]} words the identifiers and texts of its code, comments apart
 */

/**
 * Reads all TypeScript files below a folder of the project.
 *
 * @param {string} folder
 * @returns {Source[]}
 */
function sourcesIn(folder) {
	return readdirSync(path.join(PROJECT, folder), { recursive: true })
		.map((name) => path.posix.join(folder, String(name).replaceAll(path.sep, '/')))
		.filter((file) => file.endsWith('.ts'))
		.sort()
		.map(read);
}

/** @param {string} file */
function read(file) {
	const text = readFileSync(path.join(PROJECT, file), 'utf8');
	const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
	/** @type {Source} */
	const source = { file, lines: text.split('\n').length - 1, imports: [], compared: [], words: [] };
	visit(tree, source);
	return source;
}

/**
 * @param {import('typescript').Node} node
 * @param {Source} source
 */
function visit(node, source) {
	const from = importedBy(node);
	if (from !== undefined) {
		source.imports.push({ from: resolve(source.file, from), typeOnly: isTypeOnly(node) });
		return;
	}
	if (ts.isStringLiteralLike(node) && isComparison(node.parent)) source.compared.push(node.text);
	if (ts.isIdentifier(node) || ts.isStringLiteralLike(node)) source.words.push(node.text);
	ts.forEachChild(node, (child) => visit(child, source));
}

/** @param {import('typescript').Node} node one that imports */
function isTypeOnly(node) {
	if (ts.isImportDeclaration(node)) return Boolean(node.importClause?.isTypeOnly);
	return ts.isExportDeclaration(node) && node.isTypeOnly;
}

/** @param {import('typescript').Node} node */
function isComparison(node) {
	if (ts.isCaseClause(node)) return true;
	return ts.isBinaryExpression(node) && /^[!=]==?$/.test(node.operatorToken.getText());
}

/** @param {import('typescript').Node | undefined} node */
function textOf(node) {
	return node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined;
}

/** The module that a statement or call brings in. */
function importedBy(node) {
	if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
		return textOf(node.moduleSpecifier);
	}
	if (ts.isImportTypeNode(node)) {
		return ts.isLiteralTypeNode(node.argument) ? textOf(node.argument.literal) : undefined;
	}
	const calls = ts.isCallExpression(node) && /^(?:require|import)$/.test(node.expression.getText());
	return calls ? textOf(node.arguments[0]) : undefined;
}

/** @param {string} file @param {string} from */
function resolve(file, from) {
	return from.startsWith('.') ? path.posix.join(path.posix.dirname(file), from) : from;
}

module.exports = { sourcesIn };
