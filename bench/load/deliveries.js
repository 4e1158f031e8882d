'use strict';

const { createHmac, randomBytes } = require('node:crypto');
const { sampleEvent, uniqueFacts } = require('../../tools/simulator/events');
const { liveDelivery } = require('../../tools/simulator/live');
const { signedDelivery } = require('../../tools/simulator/sign');

const MARK = 'mark-of-this-event';
const LINE = { speaker: 'agent', text: 'Your appointment is on Monday at half past nine.' };

/**
 * Makes an event of a given size, each time with an id of its own.
 *
 * @param {(lines: object[]) => object} build the event with a transcript of these lines; `MARK`
 *   stands where its id goes
 * @param {number} bytes size of the JSON text, reached to within a line of the transcript
 * @returns {() => Buffer}
 */
function sized(build, bytes) {
	const bare = JSON.stringify(build([])).length;
	const perLine = JSON.stringify(LINE).length + 1;
	const count = Math.max(0, Math.floor((bytes - bare) / perLine));
	const pieces = JSON.stringify(build(Array(count).fill(LINE))).split(MARK);
	return () => {
		const mark = randomBytes(9).toString('hex');
		return Buffer.from(pieces.join(mark));
	};
}

const huskyVoice = (lines) => {
	const event = sampleEvent('huskyVoice', 'call.completed', { eventId: `evt_${MARK}` });
	return { ...event, data: { ...event.data, call_transcript: lines } };
};

const slack = (lines) => ({
	type: 'event_callback',
	event_id: `Ev${MARK}`,
	event: { type: 'message', channel: 'C0000000001', user: 'U0000000001', text: 'Done', lines },
});

const gitHub = (lines) => ({
	action: 'opened',
	issue: { number: 1, node_id: MARK, title: 'An issue', body: 'Done', lines },
});

/**
 * Deliveries of one size, each with an id of its own.
 *
 * @param {(lines: object[]) => object} build see `sized`
 * @param {number} bytes
 * @param {(body: Buffer) => Record<string, string>} headersOf what proves the body, or pretends to
 */
function sizedDeliveries(build, bytes, headersOf) {
	const nextBody = sized(build, bytes);
	return () => {
		const body = nextBody();
		return { headers: { 'Content-Type': 'application/json', ...headersOf(body) }, body };
	};
}

/**
 * What is sent.
 *
 * @typedef {object} Wanted
 * @property {string} kind
 * @property {number} [bytes] size of the body
 * @property {Record<string, string>} [secrets]
 * @property {Record<string, string>[]} [secretsInTurn] instead of one and the same, as addresses are taken in turn
 * @property {string} [provider] whose events, where the kind does not say
 * @property {string} [eventType]
 */

/**
 * The kinds of deliveries: each gives a function that makes one delivery after the other, for `send` of
 * tools/simulator.
 *
 * @type {Record<string, (wanted: Wanted) => () => import('../../tools/simulator/sender').Delivery>}
 */
const kinds = {
	genuine: ({ bytes, secrets, secretsInTurn = [secrets] }) => {
		const body = sized(huskyVoice, bytes);
		let turn = 0;
		return () => signedDelivery('huskyVoice', body(), secretsInTurn[turn++ % secretsInTurn.length]);
	},

	/** A provider's own sample of an event, whatever its size. */
	ofProvider: ({ provider, eventType, secrets }) => {
		return () => signedDelivery(provider, sampleEvent(provider, eventType, uniqueFacts()), secrets);
	},

	/** Refused for what one header looks like. */
	forgedByHeader: ({ bytes }) =>
		sizedDeliveries(huskyVoice, bytes, () => ({ 'X-Husky-Signature': 'forged' })),

	/** Looks right in every way; only the hash tells. */
	forgedBySignature: ({ bytes }) =>
		sizedDeliveries(huskyVoice, bytes, () => ({
			'X-Husky-Signature': randomBytes(32).toString('hex'),
		})),

	/** A tool call of Vapi, which waits for its answer. */
	toolCall: ({ secrets }) => {
		let count = 0;
		return () => {
			count += 1;
			const tools = [{ id: `call_${count}`, name: 'lookUpOrder', args: { order: String(count) } }];
			return liveDelivery('vapi', 'tool-calls', secrets, { tools }).delivery;
		};
	},

	/** https://docs.slack.dev/authentication/verifying-requests-from-slack */
	slack: ({ bytes, secrets }) =>
		sizedDeliveries(slack, bytes, (body) => {
			const seconds = String(Math.floor(Date.now() / 1000));
			const signature = createHmac('sha256', secrets.signatureSecret)
				.update(`v0:${seconds}:`)
				.update(body);
			return {
				'X-Slack-Request-Timestamp': seconds,
				'X-Slack-Signature': `v0=${signature.digest('hex')}`,
			};
		}),

	/** https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries */
	gitHub: ({ bytes, secrets }) =>
		sizedDeliveries(gitHub, bytes, (body) => {
			const signature = createHmac('sha256', secrets.webhookSecret).update(body).digest('hex');
			return { 'X-GitHub-Event': 'issues', 'X-Hub-Signature-256': `sha256=${signature}` };
		}),
};

module.exports = { kinds };
