'use strict';

const { sampleEvent, uniqueFacts } = require('../../tools/simulator/events');
const { send } = require('../../tools/simulator/sender');
const { signedDelivery } = require('../../tools/simulator/sign');

/**
 * One line of the demo.
 *
 * @typedef {object} Step
 * @property {string} what for the table
 * @property {() => Promise<{ status: number, text: string }>} act
 * @property {{ status: number, text: string, executions: number }} expected `executions` counts the
 *   ones that this step starts
 */

/**
 * What the demo plays, in order. Add a step to show more.
 *
 * @param {object} context
 * @param {{ url: string }} context.example the imported workflow
 * @param {{ credentials: Record<string, Record<string, string>> }} context.secrets
 * @returns {Step[]}
 */
function scenario({ example, secrets }) {
	const event = sampleEvent('huskyVoice', 'call.completed', uniqueFacts());
	const genuine = signedDelivery('huskyVoice', event, secrets.credentials.huskyVoiceWebhookApi);
	const tampered = { ...genuine, body: withOneByteChanged(genuine.body, event.event_id) };
	const unsigned = { headers: { 'Content-Type': 'application/json' }, body: genuine.body };
	const refused = { status: 401, text: '{"error":"unauthorized"}', executions: 0 };
	return [
		{
			what: 'A genuine HuskyVoice event',
			act: () => send(example.url, genuine),
			expected: { status: 200, text: '{"received":true}', executions: 1 },
		},
		{
			what: 'The same event again',
			act: () => send(example.url, genuine),
			expected: { status: 200, text: '{"received":true,"duplicate":true}', executions: 0 },
		},
		{
			what: 'The event with one byte changed',
			act: () => send(example.url, tampered),
			expected: refused,
		},
		{
			what: 'The event without a signature',
			act: () => send(example.url, unsigned),
			expected: refused,
		},
	];
}

/**
 * Still JSON, so that n8n lets it through to the node.
 *
 * @param {Buffer} body
 * @param {string} word whose last character is changed
 */
function withOneByteChanged(body, word) {
	const changed = Buffer.from(body);
	changed[changed.indexOf(word) + word.length - 1] ^= 1;
	return changed;
}

module.exports = { scenario };
