'use strict';

/** @import { INodeProperties, INodePropertyOptions } from 'n8n-workflow' */

/** A default value as the tables write it. */
const written = (value) => {
	if (typeof value === 'boolean') return value ? 'on' : 'off';
	return value === '' ? 'empty' : String(value);
};

/**
 * The name of what a list has chosen by default.
 *
 * @param {INodeProperties} field
 */
function chosen({ options = [], default: value }) {
	const choices = /** @type {INodePropertyOptions[]} */ (options);
	return choices.find((choice) => choice.value === String(value))?.name;
}

module.exports = { chosen, written };
