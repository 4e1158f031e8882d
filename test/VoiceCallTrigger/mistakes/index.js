'use strict';

const { ofTheBody } = require('./ofTheBody');
const { ofTheHeaders } = require('./ofTheHeaders');
const { ofTheSecret } = require('./ofTheSecret');

/**
 * The usual mistakes around signatures, made for real, with words of the remedy for each.
 *
 * @typedef {object} Mistake
 * @property {string} what
 * @property {import('../subjects').Subject} subject
 * @property {() => object} [credential] as the person entered it; the right one by default
 * @property {() => object} delivery
 * @property {RegExp[]} words of message and description
 */

/** @type {Mistake[]} */
const mistakes = [...ofTheSecret, ...ofTheBody, ...ofTheHeaders];

module.exports = { mistakes };
