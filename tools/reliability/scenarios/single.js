'use strict';

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const { randomUUID } = require('node:crypto');
const { setTimeout: delay } = require('node:timers/promises');
const { publishEndpoints } = require('../endpoints');
const { promised, storageOf, withSqlite } = require('../records');
const { CREDENTIAL_TYPES, newSecrets } = require('../secrets');
const { underLoad } = require('../underLoad');

/**
 * What a scenario with one n8n needs.
 *
 * @typedef {object} Stage
 * @property {import('../../n8n-host/start').Host} host
 * @property {import('../../n8n-host/client').Client} client
 * @property {{ url: string }[]} receivers where senders send to: the gate, or n8n itself
 *
 * @typedef {Awaited<ReturnType<typeof publishEndpoints>>[number]} Endpoint
 * @typedef {import('../underLoad').Load} Load
 * @typedef {Promise<import('../reckoning').Reckoning>} Result
 */

/** A workflow that is at work for a second, so that a crash finds executions under way. */
const work = () => ({
	id: randomUUID(),
	name: 'A second of work',
	type: 'n8n-nodes-base.wait',
	typeVersion: 1.1,
	position: [220, 0],
	webhookId: randomUUID(),
	parameters: { amount: 1, unit: 'seconds' },
});

/**
 * n8n is killed under load, stays away for a while, and starts again.
 *
 * @param {Stage} stage
 * @param {Load} load
 * @returns {Result}
 */
async function killSingle({ host, client, receivers }, load) {
	const endpoints = await publishEndpoints(client, { receivers, next: [work()] });
	return await underLoad(storageOf(host), endpoints, load, {
		fault: () => host.kill(),
		mend: () => host.restart(),
	});
}

/**
 * The database file refuses writes: another program holds its write lock. Works everywhere; n8n
 * waits for the lock some seconds each time and then fails.
 *
 * @param {Stage} stage
 * @param {Load} load
 * @returns {Result}
 */
async function lockDatabase({ host, client, receivers }, load) {
	const endpoints = await publishEndpoints(client, { receivers });
	const storage = storageOf(host);
	let unlock = () => {};
	/** @type {Promise<void>} */
	let unlocked = Promise.resolve();
	return await underLoad(storage, endpoints, load, {
		fault: async () => {
			/** @type {Promise<void>} */
			const locked = new Promise((resolve, reject) => {
				unlocked = withSqlite(storage.sqlite, async (db) => {
					await promised((done) => db.run('BEGIN EXCLUSIVE', done));
					resolve();
					await new Promise((release) => (unlock = () => release(undefined)));
					await promised((done) => db.run('ROLLBACK', done));
				});
				unlocked.catch(reject);
			});
			await locked;
		},
		mend: async () => {
			unlock();
			await unlocked;
		},
	});
}

/**
 * The database file and its write-ahead log become immutable: each write fails at once, also for a
 * process that has them open, and for root, whom permissions do not stop. n8n has to be restarted
 * then: SQLite has opened the file for reading only meanwhile, and keeps it so.
 *
 * @param {Stage} stage
 * @param {Load} load
 * @returns {Result}
 */
async function freezeDatabase({ host, client, receivers }, load) {
	const endpoints = await publishEndpoints(client, { receivers });
	const storage = storageOf(host);
	const files = [storage.sqlite, `${storage.sqlite}-wal`].filter((file) => fs.existsSync(file));
	return await underLoad(storage, endpoints, load, {
		fault: async () => execFileSync('chattr', ['+i', ...files]),
		mend: async () => {
			execFileSync('chattr', ['-i', ...files]);
			await host.restart();
		},
	});
}

/** For so long the trigger takes events that match what it has read before. */
const SECRETS_KEPT_MS = 10_000;

/**
 * The credentials are deleted, and later replaced by new ones with the same secrets, as a person
 * does it: made anew, chosen in the node, workflow published again.
 *
 * @param {Stage} stage
 * @param {Load} load
 * @returns {Result}
 */
async function deleteCredentials({ host, client, receivers }, load) {
	const endpoints = await publishEndpoints(client, { receivers });
	/** @param {Endpoint} endpoint */
	const restore = async ({ provider, secrets, workflowId, published }) => {
		const type = CREDENTIAL_TYPES[provider];
		const { name } = published.credential;
		const { id } = await client.createCredential({ name, type, data: secrets });
		const { nodes } = await client.getWorkflow(workflowId);
		const repaired = nodes.map((node) => ({ ...node, credentials: { [type]: { id, name } } }));
		await client.updateWorkflow(workflowId, { nodes: repaired });
		await client.activate(workflowId);
	};
	return await underLoad(storageOf(host), endpoints, load, {
		fault: async () => {
			for (const { published } of endpoints) await client.deleteCredential(published.credential.id);
			await delay(SECRETS_KEPT_MS);
		},
		mend: async () => {
			for (const endpoint of endpoints) await restore(endpoint);
		},
	});
}

/**
 * The secrets of the three providers that allow it are rotated: the credential gets the new one and
 * keeps the previous one, then the provider signs with the new one, then the previous one goes.
 *
 * @param {Stage} stage
 * @param {Load} load
 * @returns {Result}
 */
async function rotateSecrets({ host, client, receivers }, load) {
	const providers = ['huskyVoice', 'miraiMinds', 'voxifi'];
	const endpoints = await publishEndpoints(client, { receivers, providers });
	/**
	 * @param {Endpoint} endpoint
	 * @param {object} data
	 */
	const save = async ({ provider, published: { credential } }, data) =>
		await client.updateCredential(credential.id, {
			name: credential.name,
			type: CREDENTIAL_TYPES[provider],
			data,
		});
	return await underLoad(storageOf(host), endpoints, load, {
		fault: async () => {
			for (const endpoint of endpoints) {
				const secrets = newSecrets(endpoint.provider);
				await save(endpoint, { ...secrets, ...keptBeside(endpoint) });
				endpoint.secrets = secrets;
			}
		},
		mend: async () => {
			for (const endpoint of endpoints) await save(endpoint, endpoint.secrets);
		},
	});
}

/**
 * The present secret, as the form keeps it while a rotation lasts.
 *
 * @param {Endpoint} endpoint
 */
function keptBeside({ provider, secrets }) {
	if (provider === 'miraiMinds') return { additionalKeyPairs: { pairs: [secrets] } };
	return { previousSigningSecret: secrets.signingSecret };
}

module.exports = { deleteCredentials, freezeDatabase, killSingle, lockDatabase, rotateSecrets };
