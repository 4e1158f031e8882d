'use strict';

/**
 * Deliveries that libraries of others sign: those that senders and receivers all over the web use. What
 * they take and what the trigger takes has to be one thing.
 */

const { randomBytes, randomUUID } = require('node:crypto');
const { sign: signAsGitHub } = require('@octokit/webhooks-methods');
const { Webhook } = require('standardwebhooks');
const { webhooks } = require('stripe');
const { subjectOf } = require('./subjects');

const json = { 'Content-Type': 'application/json' };
const standardSecret = () => `whsec_${randomBytes(24).toString('base64')}`;
const plainSecret = () => randomBytes(20).toString('hex');

/**
 * @typedef {object} LibrarySender
 * @property {string} library
 * @property {import('./subjects').Subject} subject with parameters of its own
 * @property {() => object} newEvent
 * @property {() => string} newSecret
 * @property {(body: string, secret: string, now?: Date) => Promise<Record<string, string>>} headers
 *   what the library signs
 * @property {string} callId where the event has the ID of its call
 * @property {boolean} signsTime
 */

/** @type {LibrarySender[]} */
const librarySenders = [
	{
		library: 'standardwebhooks',
		subject: { ...subjectOf('standardWebhooks'), parameters: {} },
		newEvent: () => ({
			type: 'call.done',
			timestamp: new Date().toISOString(),
			data: { call_id: randomUUID(), caller: 'Søren ☎' },
		}),
		newSecret: standardSecret,
		headers: async (body, secret, now = new Date()) => {
			const id = `msg_${randomUUID()}`;
			return {
				...json,
				'webhook-id': id,
				'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
				'webhook-signature': new Webhook(secret).sign(id, now, body),
			};
		},
		callId: 'data.call_id',
		signsTime: true,
	},
	{
		library: 'stripe',
		subject: {
			...subjectOf('custom'),
			parameters: {
				customShape: 'stripe',
				customHeader: '',
				customEventIdPath: 'id',
				customCallIdPath: 'data.object.id',
			},
		},
		newEvent: () => ({
			id: `evt_${randomUUID()}`,
			object: 'event',
			type: 'call.done',
			data: { object: { id: randomUUID(), note: 'Søren ☎' } },
		}),
		newSecret: standardSecret,
		headers: async (payload, secret, now = new Date()) => {
			const timestamp = Math.floor(now.getTime() / 1000);
			const signature = webhooks.generateTestHeaderString({ payload, secret, timestamp });
			return { ...json, 'Stripe-Signature': signature };
		},
		callId: 'data.object.id',
		signsTime: true,
	},
	{
		library: '@octokit/webhooks-methods',
		subject: {
			...subjectOf('custom'),
			parameters: {
				customShape: 'gitHub',
				customHeader: '',
				customTypePath: 'action',
				customCallIdPath: 'call.id',
			},
		},
		newEvent: () => ({ action: 'call.done', call: { id: randomUUID(), note: 'Søren ☎' } }),
		newSecret: plainSecret,
		headers: async (body, secret) => ({
			...json,
			'X-GitHub-Event': 'call',
			'X-Hub-Signature-256': await signAsGitHub(secret, body),
		}),
		callId: 'call.id',
		signsTime: false,
	},
];

module.exports = { librarySenders };
