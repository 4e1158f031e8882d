'use strict';

const { readable } = require('../statistics');
const { chart, element, text } = require('./svg');

const TOP = 84;
const MARGIN = 20;
const AXIS = 52;
const PANEL = { width: 230, height: 150 };

/**
 * Lines, a panel for each. Both axes of a panel are logarithmic or begin at zero.
 *
 * @param {object} options
 * @param {string} options.title
 * @param {string} options.subtitle
 * @param {{ heading: string, xLabel: string, logarithmic?: boolean, points: [number, number][] }[]} options.panels
 */
function lineChart({ title, subtitle, panels }) {
	const content = panels.flatMap((panel, index) => {
		const left = MARGIN + AXIS + index * (PANEL.width + AXIS + 10);
		return drawPanel(panel, left);
	});
	return chart({
		width: MARGIN + panels.length * (PANEL.width + AXIS + 10) + MARGIN,
		height: TOP + PANEL.height + 60,
		title,
		subtitle,
		content,
	});
}

function drawPanel({ heading, xLabel, logarithmic = false, points }, left) {
	const x = scale(
		points.map(([at]) => at),
		logarithmic,
		left,
		left + PANEL.width,
	);
	const y = scale(
		points.map(([, value]) => value),
		logarithmic,
		TOP + PANEL.height,
		TOP + 14,
	);
	const at = points.map(([px, py]) => [x(px), y(py)]);
	const bottom = TOP + PANEL.height;
	const grid = [0, 0.5, 1].map((share) => {
		const height = bottom - share * (PANEL.height - 14);
		return element('line', {
			x1: left,
			x2: left + PANEL.width,
			y1: height,
			y2: height,
			class: 'grid',
		});
	});
	const [first, last] = [points[0], points.at(-1)];
	return [
		text(left - AXIS + 10, TOP - 8, heading, { style: 'bold' }),
		...grid,
		element('polyline', {
			points: at.map(([px, py]) => `${px.toFixed(1)},${py.toFixed(1)}`).join(' '),
			class: 'line',
		}),
		...at.map(([cx, cy]) => element('circle', { cx, cy, r: 3, class: 'dot' })),
		...[first, last].map(([px, py]) =>
			text(x(px), y(py) - 8, readable(Math.round(py)), {
				anchor: px === first[0] ? 'start' : 'end',
			}),
		),
		text(left, bottom + 16, readable(first[0]), { style: 'quiet' }),
		text(left + PANEL.width, bottom + 16, readable(last[0]), { anchor: 'end', style: 'quiet' }),
		text(left + PANEL.width / 2, bottom + 34, xLabel, { anchor: 'middle', style: 'quiet' }),
	];
}

/** Maps values onto pixels. */
function scale(values, logarithmic, from, to) {
	const shape = logarithmic ? (value) => Math.log(Math.max(value, 1e-9)) : (value) => value;
	const low = logarithmic ? Math.min(...values) : 0;
	const high = Math.max(...values);
	return (value) => from + ((shape(value) - shape(low)) / (shape(high) - shape(low))) * (to - from);
}

module.exports = { lineChart };
