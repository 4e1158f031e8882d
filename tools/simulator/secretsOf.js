'use strict';

const { standIns } = require('./standIns');

/**
 * What an event of a call is signed with: the secrets that the call brought along for it, else those of the
 * account.
 *
 * @param {Record<string, import('./sign').Secrets>} credentials by provider
 * @param {import('./ledger').Call} call
 * @param {string} [type] of the event, where a call brings secrets for some types only
 * @returns {import('./sign').Secrets}
 */
const secretsOf = (credentials, { provider, request }, type) =>
	standIns[provider].secretsOf?.(request, type) ?? credentials[provider];

module.exports = { secretsOf };
