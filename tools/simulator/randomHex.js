'use strict';

const { randomBytes } = require('node:crypto');

/**
 * Random bytes in hexadecimal, for made-up keys and IDs.
 *
 * @param {number} bytes
 */
const randomHex = (bytes) => randomBytes(bytes).toString('hex');

module.exports = { randomHex };
