'use strict';

/**
 * One step of a call after it was placed: the status that it takes, in the provider's words, and the
 * event that is sent then. A step without an event is a status that nobody is told of.
 *
 * @typedef {object} Step
 * @property {string} status
 * @property {string} [event] its type
 * @property {import('./events').Facts} [facts] what the event says besides the call's own facts
 *
 * @typedef {Record<string, Step[]>} Progress how a call goes on, by outcome
 */

/**
 * @param {string} status
 * @param {string} [event]
 * @param {import('./events').Facts} [facts]
 * @returns {Step}
 */
const step = (status, event, facts) => ({ status, event, facts });

module.exports = { step };
