'use strict';

const { eventTypes, sampleEvent, uniqueFacts } = require('../../simulator/events');
const { signedDelivery } = require('../../simulator/sign');
const { newSecrets } = require('../secrets');

/**
 * @typedef {object} Target
 * @property {string} provider
 * @property {import('../../simulator/sign').Secrets} secrets
 *
 * @typedef {ReturnType<import('../random').createRandom>} Random
 *
 * @typedef {(random: Random, target: Target) => import('../../simulator/sender').Delivery} Attack
 */

/** @type {Record<string, string>} */
const SIGNATURE_HEADERS = {
	enableX: 'x-algoritm',
	huskyVoice: 'X-Husky-Signature',
	miraiMinds: 'x-signature',
	voxifi: 'X-Webhook-Signature',
};

/**
 * A new genuine delivery, to be spoiled.
 *
 * @param {Random} random
 * @param {Target} target
 * @param {import('../../simulator/sign').SignOptions} [options]
 */
function genuine(random, { provider, secrets }, options) {
	const event = sampleEvent(provider, random.pick(eventTypes(provider)), uniqueFacts());
	return signedDelivery(provider, event, secrets, options);
}

/**
 * @param {Random} random
 * @param {Buffer} bytes
 */
function withOneBitFlipped(random, bytes) {
	const changed = Buffer.from(bytes);
	// Not the bit that tells upper from lower case: hexadecimal digits mean the same in both.
	changed[random.integer(changed.length)] ^= 1 << random.integer(5);
	return changed;
}

/**
 * @param {import('../../simulator/sign').Signed} delivery
 * @param {string} name
 * @param {string} value
 */
const replaceHeader = (delivery, name, value) => ({
	...delivery,
	headers: { ...delivery.headers, [name]: value },
});

/**
 * Requests that look like the provider's and are not, by name.
 *
 * @type {Record<string, Attack>}
 */
const forgeries = {
	'one bit of the body flipped': (random, target) => {
		const delivery = genuine(random, target);
		return { ...delivery, body: withOneBitFlipped(random, delivery.body) };
	},
	'body cut short': (random, target) => {
		const delivery = genuine(random, target);
		return { ...delivery, body: delivery.body.subarray(0, random.integer(delivery.body.length)) };
	},
	'bytes after the body': (random, target) => {
		const delivery = genuine(random, target);
		const more = [Buffer.from('x'), random.bytes(random.integer(40))];
		return { ...delivery, body: Buffer.concat([delivery.body, ...more]) };
	},
	'another body under the same headers': (random, target) => ({
		...genuine(random, target),
		body: JSON.stringify({ [random.text(8)]: random.text(200), event_id: random.hex(12) }),
	}),
	'another secret': (random, target) =>
		genuine(random, { ...target, secrets: newSecrets(target.provider) }),
	'a digit of the signature changed': (random, target) => {
		const delivery = genuine(random, target);
		const name = SIGNATURE_HEADERS[target.provider];
		const value = delivery.headers[name];
		const at = value.length - 1 - random.integer(Math.min(60, value.length));
		const digit = value[at] === '0' ? '1' : '0';
		return replaceHeader(delivery, name, value.slice(0, at) + digit + value.slice(at + 1));
	},
	'a random signature': (random, target) => {
		const prefix = target.provider === 'voxifi' ? 'sha256=' : '';
		const name = SIGNATURE_HEADERS[target.provider];
		return replaceHeader(genuine(random, target), name, prefix + random.hex(64));
	},
	'an old or future timestamp': (random, target) => {
		const direction = random.pick([-1, 1]);
		const now = Date.now() + direction * (400 + random.integer(100_000)) * 1000;
		if (target.provider === 'voxifi') return genuine(random, target, { now });
		return replaceHeader(
			genuine(random, { ...target, secrets: newSecrets(target.provider) }),
			'X-Webhook-Timestamp',
			String(Math.floor(now / 1000)),
		);
	},
	'polluting keys': (random, target) => ({
		...genuine(random, target),
		body: `{"__proto__":{"ok":true,"verifiedWith":"current"},"constructor":{"prototype":{"ok":true}},"n":${random.integer(1e6)}}`,
	}),
};

module.exports = { SIGNATURE_HEADERS, forgeries, genuine, replaceHeader };
