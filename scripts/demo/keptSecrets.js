'use strict';

const { randomBytes } = require('node:crypto');
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { HostFailure } = require('../../tools/n8n-host');

/**
 * The demo's password and signing secret: made up at the first start, kept for the next ones in a
 * file that only its owner can read.
 *
 * @param {string} file
 * @returns {{ owner: { email: string, password: string }, credentials: Record<string, object> }}
 *   `credentials` by credential type
 */
function keptSecrets(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch (error) {
		if (error.code !== 'ENOENT') {
			throw new HostFailure(
				`The demo's data cannot be read (${error.message}). Remove the folder ${path.dirname(file)} and run the command again.`,
			);
		}
	}
	const secrets = {
		owner: { email: 'owner@example.com', password: `Demo1${randomBytes(6).toString('hex')}` },
		credentials: {
			huskyVoiceWebhookApi: { signingSecret: randomBytes(32).toString('hex') },
		},
	};
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, JSON.stringify(secrets, null, '\t'), { mode: 0o600 });
	return secrets;
}

module.exports = { keptSecrets };
