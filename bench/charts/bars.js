'use strict';

const { readable } = require('../statistics');
const { chart, element, text } = require('./svg');

const TOP = 74;
const ROW = 26;
const BAR = 16;
/** Room for a letter of a label, bold ones included. */
const LETTER = 7.3;
const MARGIN = 20;
/** Room for the figure beside the longest bar. */
const FIGURE = 64;

/**
 * Horizontal bars in one or several panels that share their labels; each panel has a scale of its own.
 *
 * @param {object} options
 * @param {string} options.title
 * @param {string} options.subtitle
 * @param {string[]} options.panels their headings
 * @param {{ label: string, own: boolean, values: number[] }[]} options.rows a value for each panel
 * @param {number} [options.panelWidth]
 */
function barChart({ title, subtitle, panels, rows, panelWidth = 230 }) {
	const headings = panels.length > 1 ? 22 : 0;
	const labelWidth = Math.max(...rows.map(({ label }) => label.length)) * LETTER + 10;
	const left = (panel) => MARGIN + labelWidth + panel * (panelWidth + FIGURE);
	const middle = (index) => TOP + headings + index * ROW + ROW / 2;
	const content = panels.flatMap((name, panel) => {
		const longest = Math.max(...rows.map(({ values }) => values[panel]));
		const heading = headings ? [text(left(panel), TOP + 6, name, { style: 'bold' })] : [];
		const bars = rows.flatMap(({ own, values }, index) => {
			const width = Math.max(1, (values[panel] / longest) * panelWidth);
			return [
				element('rect', {
					x: left(panel),
					y: middle(index) - BAR / 2,
					width,
					height: BAR,
					rx: 2,
					class: own ? 'own' : 'other',
				}),
				text(left(panel) + width + 6, middle(index) + 4, readable(values[panel]), {
					style: own ? 'bold' : '',
				}),
			];
		});
		return [...heading, ...bars];
	});
	const labels = rows.map(({ label, own }, index) =>
		text(MARGIN + labelWidth - 10, middle(index) + 4, label, {
			anchor: 'end',
			style: own ? 'bold' : '',
		}),
	);
	return chart({
		width: left(panels.length) + MARGIN,
		height: TOP + headings + rows.length * ROW + MARGIN,
		title,
		subtitle,
		content: [...labels, ...content],
	});
}

module.exports = { barChart };
