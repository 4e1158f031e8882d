'use strict';

/** A white card, so that the chart can be read on a page of any color. */
const STYLE = [
	'text{font:13px system-ui,-apple-system,"Segoe UI",Helvetica,Arial,sans-serif;fill:#1f2328}',
	'.title{font-size:16px;font-weight:600}',
	'.quiet{fill:#59636e;font-size:12px}',
	'.own{fill:#0969da}.other{fill:#afb8c1}.grid{stroke:#d1d9e0;stroke-width:1}',
	'.line{fill:none;stroke:#0969da;stroke-width:2}.dot{fill:#0969da}',
	'.bold{font-weight:600}',
].join('');

/** @param {string} text */
const escape = (text) =>
	text.replace(
		/[&<>"]/g,
		(sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign],
	);

/**
 * @param {string} name of the element
 * @param {Record<string, string | number>} attributes
 * @param {string} [content] SVG, not text
 */
function element(name, attributes, content) {
	const written = Object.entries(attributes)
		.map(([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : escape(value)}"`)
		.join('');
	return content === undefined ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** @param {number} value */
const round = (value) => Math.round(value * 10) / 10;

/**
 * @param {number} x
 * @param {number} y of the base line
 * @param {string} content
 * @param {{ anchor?: 'start' | 'middle' | 'end', style?: string }} [options]
 */
function text(x, y, content, { anchor = 'start', style = '' } = {}) {
	return element('text', { x, y, 'text-anchor': anchor, class: style }, escape(content));
}

/**
 * A whole chart.
 *
 * @param {{ width: number, height: number, title: string, subtitle: string, content: string[] }} chart
 */
function chart({ width, height, title, subtitle, content }) {
	const card = element('rect', {
		x: 0.5,
		y: 0.5,
		width: width - 1,
		height: height - 1,
		rx: 8,
		fill: '#ffffff',
		stroke: '#d1d9e0',
	});
	const inner = [
		element('title', {}, escape(title)),
		element('style', {}, STYLE),
		card,
		text(20, 30, title, { style: 'title' }),
		text(20, 50, subtitle, { style: 'quiet' }),
		...content,
	];
	const attributes = { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}` };
	return `${element('svg', { ...attributes, width, height, role: 'img' }, `\n${inner.join('\n')}\n`)}\n`;
}

module.exports = { chart, element, text };
