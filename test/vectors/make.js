'use strict';

/**
 * Makes signed.json and sealed.json beside this file again: `node test/vectors/make.js`.
 *
 * Every value is made by two or three programs that share no code with this project, in the way of
 * the providers' own samples, and written down only when they agree. Needs Node 20 or older (later
 * ones lack `createCipher`), python3 and openssl on the path. The tests read only the files.
 */

const assert = require('node:assert/strict');
const { execFileSync } = require('node:child_process');
const crypto = require('node:crypto');
const { writeFileSync } = require('node:fs');
const path = require('node:path');

/** Each is a way of writing JSON that re-serializing would change, or one that looks it. */
const BODIES = [
	'{"event_id":"evt_123","event_type":"call.completed"}',
	'{"event_id": "evt_123", "event_type": "call.completed"}',
	'{"event_type":"call.completed","data":{"cost":1.0,"total":1e2,"id":9007199254740993}}',
	'{"event_type":"call.completed","data":{"2":"b","1":"a","url":"https:\\/\\/example.com"}}',
	'{"event_type":"call.completed","data":{"summary":"\\u0928\\u092e\\u0938\\u094d\\u0924\\u0947"}}',
	'{"event_type":"call.completed","data":{"summary":"\u0928\u092e\u0938\u094d\u0924\u0947 \u{1f4de}"}}',
	'\ufeff{"event_type":"call.completed"}\r\n',
	'{"metadata":{"customer_id":"12345"},"event":{"type":"call.completed","data":{"call":{"id":"c_1","status":"completed"}}}}',
	'{}',
];

const PYTHON_HMAC = [
	'import hashlib, hmac, sys',
	'print(hmac.new(sys.argv[1].encode("utf-8"), sys.stdin.buffer.read(), hashlib.sha256).hexdigest())',
].join('\n');

function run(program, args, input) {
	return execFileSync(program, args, { input, stdio: ['pipe', 'pipe', 'ignore'] });
}

/** The hexadecimal HMAC-SHA256, if three programs agree on it. */
function hmac(key, signed) {
	const node = crypto.createHmac('sha256', key).update(signed).digest('hex');
	const python = run('python3', ['-c', PYTHON_HMAC, key], signed).toString().trim();
	const openssl = run('openssl', ['dgst', '-sha256', '-hmac', key], signed).toString();
	assert.equal(python, node);
	assert.equal(openssl.trim().split(' ').at(-1), node);
	return node;
}

function signed() {
	const husky = 'YOUR_WEBHOOK_SECRET';
	const voxifi = ['whsec', 'example'].join('_');
	const mirai = `sk_${'0123456789abcdef'.repeat(4)}`;
	const keyId = `pk_${'0123456789abcdef'.repeat(2)}`;
	const timestamp = '1705315800';
	return BODIES.flatMap((body) => [
		{
			provider: 'huskyVoice',
			key: husky,
			body,
			headers: { 'x-husky-signature': hmac(husky, body) },
		},
		{
			provider: 'voxifi',
			key: voxifi,
			body,
			headers: {
				'x-webhook-signature': `sha256=${hmac(voxifi, `${timestamp}.${body}`)}`,
				'x-webhook-timestamp': timestamp,
			},
		},
		{
			provider: 'miraiMinds',
			key: mirai,
			body,
			headers: { 'x-signature': hmac(mirai, body), 'x-public-key': keyId },
		},
	]);
}

const PLAINTEXTS = [
	'{"voice_id":"v-1","state":"connected"}',
	'{"voice_id":"v-1","playstate":"digitcollected","digit":"1","prompt_ref":"1"}',
	'{"voice_id":"v-1","state":"initiated","owner_ref":"\u0928\u092e\u0938\u094d\u0924\u0947 \u{1f4de}"}',
	'{"voice_id": "v-1", "state": "disconnected", "call_duration": 12.0 }',
];

/** The ciphertext, if Node's old `createCipher` and openssl agree and both open it again. */
function encrypt(cipher, password, plaintext) {
	const encryptor = crypto.createCipher(cipher, password);
	const node = Buffer.concat([encryptor.update(plaintext, 'utf8'), encryptor.final()]);
	const options = [`-${cipher}`, '-md', 'md5', '-nosalt', '-pass', `pass:${password}`];
	assert.deepEqual(run('openssl', ['enc', '-e', ...options], plaintext), node);
	assert.equal(run('openssl', ['enc', '-d', ...options], node).toString('utf8'), plaintext);

	// As the provider's sample reads it: createDecipher(x-algoritm, app_id), update, final.
	const decryptor = crypto.createDecipher(cipher, password);
	const text = decryptor.update(node.toString('hex'), 'hex', 'utf8') + decryptor.final('utf8');
	assert.equal(text, plaintext);
	return node;
}

/** Key and IV as openssl prints them. */
function derived(cipher, password) {
	const options = [`-${cipher}`, '-md', 'md5', '-nosalt', '-pass', `pass:${password}`];
	const printed = run('openssl', ['enc', ...options, '-P'], '').toString();
	const [, key] = /key=(\w+)/.exec(printed);
	const [, iv] = /iv ?=(\w+)/.exec(printed);
	return { key: key.toLowerCase(), iv: iv.toLowerCase() };
}

function sealed() {
	const passwords = ['0123456789abcdef01234567', 'app-id \u0928\u{1f511}', 'x'.repeat(200)];
	const ciphers = ['aes-128-cbc', 'aes-192-cbc', 'aes-256-cbc'];
	return passwords.flatMap((password) =>
		ciphers.flatMap((cipher) =>
			PLAINTEXTS.map((plaintext) => {
				const ciphertext = encrypt(cipher, password, plaintext);
				return {
					cipher,
					password,
					derived: derived(cipher, password),
					plaintext,
					hex: ciphertext.toString('hex'),
					base64: ciphertext.toString('base64'),
				};
			}),
		),
	);
}

function write(name, source, vectors) {
	const text = `${JSON.stringify({ source, vectors }, null, '\t')}\n`;
	writeFileSync(path.join(__dirname, name), text);
}

const made = 'Made by make.js: Node 20, ';
write(
	'signed.json',
	[
		`${made}Python's hmac and "openssl dgst -sha256 -hmac", which agree; as in the samples at`,
		'https://docs.huskyvoice.ai/api/auth-setup/',
		'https://docs.voxifi.io/webhooks/security.html',
		'https://docs.miraiminds.co/developers/webhook-signature',
	],
	signed(),
);
write(
	'sealed.json',
	[
		`${made}createCipher and createDecipher, and "openssl enc -md md5 -nosalt", which agree; as in`,
		'https://developer.enablex.io/docs/guides/voice-guide/handle-webhook/index/',
		'https://github.com/EnableX/Sample-Voice-Client-with-EnableX-Voice-APIs (libs/enxVoiceLib.js)',
	],
	sealed(),
);
