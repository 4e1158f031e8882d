'use strict';

/**
 * @param {import('./playScenario').Row[]} rows
 * @returns {string} a table with aligned columns
 */
function formatTable(rows) {
	const lines = [
		['What happens', 'Answer', 'Execution started', 'As expected'],
		...rows.map((row) => [row.sent, row.answer, row.started, row.asExpected ? 'yes' : 'NO']),
	];
	const widths = lines[0].map((_, at) => Math.max(...lines.map((cells) => cells[at].length)));
	const write = (cells) =>
		cells
			.map((cell, at) => cell.padEnd(widths[at]))
			.join('  ')
			.trimEnd();
	const rule = widths.map((width) => '-'.repeat(width)).join('  ');
	return [write(lines[0]), rule, ...lines.slice(1).map(write)].join('\n');
}

module.exports = { formatTable };
