'use strict';

/**
 * A table in Markdown, its columns aligned. A column with a number in it stands to the right.
 *
 * @param {string[]} titles
 * @param {(string | number)[][]} rows
 * @param {(cell: string | number) => string} [written]
 */
function markdownTable(titles, rows, written = String) {
	const lines = rows.map((row) => row.map((cell) => written(cell).replaceAll('|', '\\|')));
	const columns = titles.map((title, at) => {
		const isNumeric = rows.some((row) => typeof row[at] === 'number');
		const width = Math.max(3, title.length, ...lines.map((line) => line[at].length));
		return { isNumeric, width };
	});
	/** @param {string[]} line */
	const write = (line) =>
		line.map((cell, at) => {
			const { isNumeric, width } = columns[at];
			return isNumeric ? cell.padStart(width) : cell.padEnd(width);
		});
	const rule = columns.map(({ isNumeric, width }) =>
		isNumeric ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
	);
	return [write(titles), rule, ...lines.map(write)]
		.map((cells) => `| ${cells.join(' | ')} |`)
		.join('\n');
}

module.exports = { markdownTable };
