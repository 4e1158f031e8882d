'use strict';

const { createDecipheriv } = require('node:crypto');
const { deriveKeyAndIv } = require('../../tools/simulator/providers/enableX/sign');
const { sign, signedDelivery } = require('../../tools/simulator/sign');

// Made-up secrets, put together so that no scanner takes them for real ones.
const hexDigits = '01234567' + '89abcdef';
const appId = `${hexDigits}01234567`;
const privateKey = `sk_${hexDigits.repeat(4)}`;
const publicKey = `pk_${hexDigits.repeat(2)}`;

describe('sign huskyVoice', () => {
	const signature = (body) =>
		sign('huskyVoice', body, { signingSecret: 'YOUR_WEBHOOK_SECRET' }).headers['X-Husky-Signature'];

	test('gives the digest that the page has openssl print', () => {
		expect(signature('{"event_id":"evt_123","event_type":"call.completed"}')).toBe(
			'232b417caba8496c4dcac5d76b3588a4cf638d5eba989cda561fec8ba403e951',
		);
	});

	test('signs bytes, so blanks in the JSON give another digest', () => {
		expect(signature('{"event_id": "evt_123", "event_type": "call.completed"}')).toBe(
			'4c4f5ebf7ca7daa9127cac5a819cd3ec8aacde7434e9a8ca0e51b35728d443c7',
		);
	});
});

describe('sign voxifi', () => {
	const body = '{"event_id":"evt_123","event_type":"call.completed"}';
	const secrets = { signingSecret: 'whsec_example' };
	const expected = {
		'X-Webhook-Signature':
			'sha256=cdfddf0954ed12bd5a5b5c8c8901a06ef4749ce96bffff3d928cb065b2b71e7a',
		'X-Webhook-Timestamp': '1705315800',
	};

	test('signs timestamp, dot and body', () => {
		expect(sign('voxifi', body, secrets, { now: 1705315800_999 }).headers).toEqual(expected);
	});

	test('takes a Date, or the header text itself', () => {
		const now = new Date('2024-01-15T10:50:00Z');
		expect(sign('voxifi', body, secrets, { now }).headers).toEqual(expected);
		expect(sign('voxifi', body, secrets, { timestamp: '1705315800' }).headers).toEqual(expected);
	});

	test('signs now when no time is given', () => {
		const before = Math.floor(Date.now() / 1000);
		const seconds = Number(sign('voxifi', body, secrets).headers['X-Webhook-Timestamp']);
		expect(seconds).toBeGreaterThanOrEqual(before);
		expect(seconds).toBeLessThanOrEqual(Math.floor(Date.now() / 1000));
	});
});

test('sign miraiMinds keeps sk_ in the key and names the public key', () => {
	const body =
		'{"metadata":{"customer_id":"12345"},"event":{"type":"call.completed",' +
		'"data":{"call":{"id":"c_1","status":"completed"}}}}';
	expect(sign('miraiMinds', body, { publicKey, privateKey }).headers).toEqual({
		'x-signature': 'cb55a7414fc04e68adbc5793cc4e4659a323f68b13de8ec0b59bbfda1fe23c21',
		'x-public-key': publicKey,
	});
});

describe('sign enableX', () => {
	const plaintext = '{"voice_id":"v-1","state":"connected"}';
	const encrypted = (options) =>
		JSON.parse(sign('enableX', plaintext, { appId }, options).body.toString()).encrypted_data;

	test.each([
		['aes-128-cbc', 16, '3c765a17ef4820cc01e59b0e2f04f32f', 'b19150787ace8e7849152511d8fcc9b3'],
		[
			'aes-192-cbc',
			24,
			'3c765a17ef4820cc01e59b0e2f04f32fb19150787ace8e78',
			'49152511d8fcc9b35985d2b65e0caba0',
		],
		[
			'aes-256-cbc',
			32,
			'3c765a17ef4820cc01e59b0e2f04f32fb19150787ace8e7849152511d8fcc9b3',
			'5985d2b65e0caba07aa41ddcc64987d7',
		],
	])('derives key and IV of %s as OpenSSL does', (_cipher, bytes, key, iv) => {
		const derived = deriveKeyAndIv(appId, bytes);
		expect(derived.key.toString('hex')).toBe(key);
		expect(derived.iv.toString('hex')).toBe(iv);
	});

	/** @type {[cipher: string, format: 'hex' | 'base64', expected: string][]} */
	const encryptions = [
		[
			'aes-128-cbc',
			'hex',
			'c8b2b79fc7e3cca48d54a08ae64eaf7cf31dd234a0c645a7940e7dbd0622637724587c96d0777839f370b4d089a12c93',
		],
		['aes-128-cbc', 'base64', 'yLK3n8fjzKSNVKCK5k6vfPMd0jSgxkWnlA59vQYiY3ckWHyW0Hd4OfNwtNCJoSyT'],
		[
			'aes-192-cbc',
			'hex',
			'ef25d3d557a1141ce12c5ee08d210edf5b1d48ff46ae31d13006d15ad9891f92d42c38bcd5daae801f2166bd43b1abbb',
		],
		[
			'aes-256-cbc',
			'hex',
			'5ccf8cfbe0703debd7d9cd8b1819d395018dfc18b952b340dc611de2582a4934d233de509acc297cf4c3de3d75c88790',
		],
		['aes-256-cbc', 'base64', 'XM+M++BwPevX2c2LGBnTlQGN/Bi5UrNA3GEd4lgqSTTSM95QmswpfPTD3j11yIeQ'],
	];
	test.each(encryptions)('encrypts with %s, written as %s', (cipher, format, expected) => {
		expect(encrypted({ cipher, format })).toBe(expected);
		expect(sign('enableX', plaintext, { appId }, { cipher, format }).headers).toEqual({
			'x-algoritm': cipher,
			'x-format': format,
			'x-encoding': 'utf8',
		});
	});

	test('can spell the algorithm header as the prose does', () => {
		const { headers } = sign('enableX', plaintext, { appId }, { algorithmHeader: 'x-algorithm' });
		expect(Object.keys(headers)).toEqual(['x-algorithm', 'x-format', 'x-encoding']);
	});

	test('keeps text beyond ASCII', () => {
		const { key, iv } = deriveKeyAndIv(appId, 32);
		const delivery = signedDelivery('enableX', { owner_ref: 'ग्राहक' }, { appId });
		const { encrypted_data: hex } = JSON.parse(delivery.body.toString());
		const decryptor = createDecipheriv('aes-256-cbc', key, iv);
		const text = decryptor.update(hex, 'hex', 'utf8') + decryptor.final('utf8');
		expect(JSON.parse(text)).toEqual({ owner_ref: 'ग्राहक' });
	});

	test('refuses a cipher it does not know', () => {
		expect(() => encrypted({ cipher: 'aes-256-gcm' })).toThrow('aes-256-gcm');
	});
});

test('sign refuses a provider it does not know', () => {
	expect(() => sign('nobody', '{}', {})).toThrow('No such provider: nobody');
});

test('signedDelivery writes an object as compact JSON and leaves bytes alone', () => {
	const secrets = { signingSecret: 'test-' + 'signing-' + 'secret' };
	expect(signedDelivery('huskyVoice', { a: 1 }, secrets).body.toString()).toBe('{"a":1}');
	const bytes = Buffer.from('{ "a": 1 }\n');
	const delivery = signedDelivery('huskyVoice', bytes, secrets);
	expect(delivery.body).toEqual(bytes);
	expect(delivery.headers['Content-Type']).toBe('application/json');
});
