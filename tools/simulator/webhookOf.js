'use strict';

const { standIns } = require('./standIns');

/**
 * The address that the events of a call go to (those of a type, where that makes a difference), if the call
 * named one.
 *
 * @param {Pick<import('./ledger').Call, 'provider' | 'request'>} call
 * @param {string} [type]
 * @returns {string | undefined}
 */
const webhookOf = ({ provider, request }, type) => standIns[provider].webhookOf?.(request, type);

module.exports = { webhookOf };
