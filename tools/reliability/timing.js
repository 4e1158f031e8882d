#!/usr/bin/env node
'use strict';

/**
 * Does the time that verifying takes tell an attacker how much of a forged signature is right?
 * Measured as dudect does it (https://github.com/oreparaz/dudect): two classes of input in random
 * order, Welch's t-test on the times, slow outliers cropped at several limits.
 *
 *     node tools/reliability/timing.js [--samples 400000]
 *
 * A t beyond 4.5 counts as a measurable difference. The last row is the control: the same
 * verification with a comparison that stops at the first wrong byte has to be found out, or the
 * machine is too noisy for the other rows to mean anything. Wants a quiet machine and a minute.
 */
const { execFileSync } = require('node:child_process');
const { createCipheriv, createHmac, randomBytes } = require('node:crypto');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { parseArgs } = require('node:util');
const { packPackage, reportFailure } = require('../n8n-host');
const { deriveKeyAndIv } = require('../simulator/providers/enableX/sign');
const { markdownTable } = require('../markdownTable');
const { measure } = require('./welch');

const LIMIT = 4.5;

async function main() {
	const { values } = parseArgs({ options: { samples: { type: 'string', default: '400000' } } });
	const samples = Number(values.samples);
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'voice-call-timing-'));
	try {
		execFileSync('tar', ['-xzf', await packPackage(), '-C', folder]);
		const nodes = path.join(folder, 'package', 'dist', 'nodes');
		const { verify } = require(path.join(nodes, 'verification', 'verify.js'));
		const { scheme } = require(path.join(nodes, 'providers', 'huskyVoice', 'scheme.js'));
		const { scheme: sealed } = require(path.join(nodes, 'providers', 'enableX', 'scheme.js'));
		report([...paddings(verify, sealed(false)), ...experiments(verify, scheme)], samples);
	} finally {
		fs.rmSync(folder, { recursive: true, force: true });
	}
}

/**
 * @typedef {{ headers: Record<string, string[]>, body: Buffer }} Delivery
 * @typedef {{ label: string, value: string }} Secret
 * @typedef {(delivery: Delivery, scheme: object, secrets: Secret[], now: number) => { ok: boolean }} Verify
 *
 * @typedef {[name: string, check: (delivery: Delivery) => boolean, one: () => Delivery,
 *   other: () => Delivery, cost?: number]} Experiment
 */

/**
 * In each experiment both classes look alike: random bodies, random digits. They differ in nothing
 * but what the signature has in common with the right one. Each input is used once.
 *
 * @param {Verify} verify
 * @param {{ signature: { header: string, prefix?: string } }} scheme
 * @returns {Experiment[]}
 */
function experiments(verify, scheme) {
	const secrets = [
		{ label: 'current', value: randomBytes(24).toString('hex') },
		{ label: 'previous', value: randomBytes(24).toString('hex') },
	];
	const { header, prefix = '' } = scheme.signature;
	/** @type {(body: Buffer, secret: Secret) => Buffer} */
	const digest = (body, { value }) => createHmac('sha256', value).update(body).digest();
	/** @type {(makeSignature: (body: Buffer) => Buffer) => () => Delivery} */
	const delivery = (makeSignature) => () => {
		const body = randomBytes(200);
		const signature = prefix + makeSignature(body).toString('hex');
		return { headers: { [header]: [signature] }, body };
	};
	/** @param {number} position */
	const wrongAt = (position) =>
		delivery((body) => {
			const signature = digest(body, secrets[0]);
			signature[position] ^= 1 + (randomBytes(1)[0] % 255);
			return signature;
		});
	/** @param {Delivery} each */
	const check = (each) => verify(each, scheme, secrets, 0).ok;
	/** @param {Delivery} each */
	const stoppingEarly = ({ headers, body }) => {
		const given = Buffer.from(headers[header][0].slice(prefix.length), 'hex');
		return secrets
			.map((secret) => digest(body, secret))
			.some((expected) => {
				for (let at = 0; at < expected.length; at += 1) {
					if (expected[at] !== given[at]) return false;
				}
				return true;
			});
	};
	const wrong = delivery((body) => digest(body, secrets[0]).fill(randomBytes(32)));
	const [current, previous] = secrets.map((secret) => delivery((body) => digest(body, secret)));
	return [
		['first byte wrong, last byte wrong', check, wrongAt(0), wrongAt(31)],
		['all bytes wrong, last byte wrong', check, wrong, wrongAt(31)],
		['matches the current secret, the previous one', check, current, previous],
		['control, stops early: first byte wrong, last wrong', stoppingEarly, wrongAt(0), wrongAt(31)],
	];
}

/**
 * Encrypted events whose padding is right or wrong, and which are refused either way: the time must not
 * tell which, or a recorded event can be read and a forged one written without the App ID.
 *
 * @param {Verify} verify
 * @param {object} scheme
 * @returns {Experiment[]}
 */
function paddings(verify, scheme) {
	const appId = randomBytes(12).toString('hex');
	const secrets = [{ label: 'app ID', value: appId }];
	const { key, iv } = deriveKeyAndIv(appId, 32);
	/** @type {(bytes: number, padding: Buffer) => () => Delivery} */
	const sealed = (bytes, padding) => () => {
		const text = Buffer.from(`{"voice_id":"${randomBytes(bytes / 2).toString('hex')}`);
		const plaintext = Buffer.concat([
			text.subarray(0, bytes - 16),
			Buffer.alloc(15, 0x61),
			padding,
		]);
		const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
		const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
		return {
			headers: { 'x-algoritm': ['aes-256-cbc'], 'x-format': ['hex'], 'x-encoding': ['utf8'] },
			body: Buffer.from(JSON.stringify({ encrypted_data: ciphertext.toString('hex') })),
		};
	};
	/** @param {Delivery} each */
	const check = (each) => verify(each, scheme, secrets, 0).ok;
	return [512, 16 * 1024, 64 * 1024].map((bytes) => [
		`padding right, padding wrong, ${bytes} bytes`,
		check,
		sealed(bytes, Buffer.from([1])),
		sealed(bytes, Buffer.from([0x61])),
		Math.ceil(bytes / 100),
	]);
}

/**
 * @param {Experiment[]} all
 * @param {number} samples
 */
function report(all, samples) {
	const rows = all.map(([name, action, one, other, cost = 1]) => {
		// Long inputs take long to make and to check.
		const count = Math.max(4000, Math.round(samples / cost));
		const { t, means } = measure(action, [one, other], count);
		const nanoseconds = means.map((mean) => Math.round(mean));
		return [name, count, ...nanoseconds, t.toFixed(2), Math.abs(t) < LIMIT ? 'none' : 'measurable'];
	});
	const header = ['classes', 'samples', 'first, ns', 'second, ns', 't', 'difference'];
	process.stdout.write(`${markdownTable(header, rows)}\n`);
	const verdicts = rows.map((row) => row.at(-1));
	const control = verdicts.pop();
	if (verdicts.includes('measurable') || control === 'none') process.exitCode = 1;
}

main().catch((error) => {
	reportFailure(error);
	process.exitCode = 1;
});
