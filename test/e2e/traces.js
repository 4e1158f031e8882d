'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { setTimeout: delay } = require('node:timers/promises');

/**
 * What n8n wrote to its log about the Voice Call Trigger of a workflow.
 *
 * @param {string} userFolder
 * @param {string} workflowId
 * @returns {Array<{ level: string, message: string, reason: string, metadata: object }>} oldest first
 */
function refusalsLogged(userFolder, workflowId) {
	const log = path.join(userFolder, '.n8n', 'logs', 'n8n.log');
	return fs
		.readFileSync(log, 'utf8')
		.split('\n')
		.filter((line) => line.includes('Voice Call Trigger') && line.includes(workflowId))
		.map((line) => JSON.parse(line))
		.filter(({ metadata }) => metadata.workflowId === workflowId && metadata.reason)
		.map(({ level, message, metadata }) => ({ level, message, reason: metadata.reason, metadata }));
}

/**
 * Waits for so many of these lines: n8n writes its log while it answers.
 *
 * @param {string} userFolder
 * @param {string} workflowId
 * @param {number} count
 * @returns {Promise<ReturnType<typeof refusalsLogged>>} all there are, which may be more
 */
async function waitForRefusals(userFolder, workflowId, count) {
	for (const deadline = Date.now() + 30_000; ; await delay(50)) {
		const lines = refusalsLogged(userFolder, workflowId);
		if (lines.length >= count || Date.now() > deadline) return lines;
	}
}

/**
 * Which files that n8n wrote hold one of the texts: its database, journal, log and settings.
 *
 * @param {string} userFolder
 * @param {string[]} texts
 * @returns {string[]} paths
 */
function filesHolding(userFolder, texts) {
	const folder = path.join(userFolder, '.n8n');
	return fs
		.readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
		.map((entry) => path.join(entry.parentPath, entry.name))
		.filter((file) => {
			const bytes = bytesOf(file);
			return texts.some((text) => bytes.includes(text));
		});
}

/** What a file holds: nothing where it is gone by now, as SQLite's journals are after each write. */
function bytesOf(file) {
	try {
		return fs.readFileSync(file);
	} catch (error) {
		if (error.code === 'ENOENT') return Buffer.alloc(0);
		throw error;
	}
}

module.exports = { filesHolding, refusalsLogged, waitForRefusals };
