import { createHmac, timingSafeEqual, verify as verifyBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';
import { verify } from '@octokit/webhooks-methods';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import Stripe from 'stripe';
import { Webhook as SvixWebhook } from 'svix';
import { SECRET, WRONG, ed25519, hmacHex } from './fixtures.mjs';

const require = createRequire(import.meta.url);
const ENCODED_SECRET = `whsec_${Buffer.from(SECRET).toString('base64')}`;

/**
 * What people would use instead, and the least that any of them could do.
 *
 * @param {string} n8nFolder an installed n8n
 * @param {Buffer} body
 * @returns {import('./fixtures.mjs').Contender[]}
 */
export function peers(n8nFolder, body) {
	return [
		bare(body),
		bareWithTimestamp(body),
		bareEd25519(body),
		octokit(body),
		standardWebhooks(body),
		svix(body),
		stripe(body),
		n8n(n8nFolder, body),
	];
}

/**
 * @template Proof
 * @param {string} id
 * @param {string} label
 * @param {(proof: Proof) => boolean | Promise<boolean>} check
 * @param {{ genuine: Proof, forged: Proof }} proofs what comes with the body
 * @returns {import('./fixtures.mjs').Contender}
 */
const peer = (id, label, check, { genuine, forged }) => ({
	id,
	label,
	ours: false,
	genuine: () => check(genuine),
	forged: () => check(forged),
});

/** One HMAC over the bytes, one comparison in constant time: less is not a check. */
function bare(body) {
	const check = (signature) => {
		const expected = createHmac('sha256', SECRET).update(body).digest();
		return timingSafeEqual(Buffer.from(signature, 'hex'), expected);
	};
	const proofs = { genuine: hmacHex(body), forged: WRONG };
	return peer('bare', 'createHmac + timingSafeEqual, bare', check, proofs);
}

/** The same where a timestamp is signed as well, as Voxifi does: the limit for such schemes. */
function bareWithTimestamp(body) {
	const seconds = secondsNow();
	const check = (signature) => {
		const hmac = createHmac('sha256', SECRET).update(`${seconds}.`).update(body);
		return timingSafeEqual(Buffer.from(signature, 'hex'), hmac.digest());
	};
	const proofs = { genuine: hmacHex(`${seconds}.`, body), forged: WRONG };
	return peer('bareWithTimestamp', 'the same over a timestamp and the body', check, proofs);
}

/** Ed25519 over a timestamp and the body, as Telnyx signs, with a key that was read before. */
function bareEd25519(body) {
	const start = `${secondsNow()}|`;
	const signed = () => Buffer.concat([Buffer.from(start), body]);
	const check = (signature) =>
		verifyBytes(null, signed(), ed25519.publicKey, Buffer.from(signature, 'base64'));
	const proofs = { genuine: ed25519.sign(signed()), forged: ed25519.sign(body) };
	return peer('bareEd25519', 'crypto.verify with a prepared Ed25519 key, bare', check, proofs);
}

/** Takes text only, so the bytes have to be decoded. */
function octokit(body) {
	const check = (signature) => verify(SECRET, body.toString(), signature);
	const proofs = { genuine: `sha256=${hmacHex(body)}`, forged: `sha256=${WRONG}` };
	return peer('octokit', '@octokit/webhooks-methods', check, proofs);
}

function standardWebhooks(body) {
	const webhook = new StandardWebhook(ENCODED_SECRET);
	const check = passing((headers) => webhook.verify(body, headers, { jsonParse: false }));
	return peer('standardwebhooks', 'standardwebhooks', check, standardHeaders(body, 'webhook'));
}

function svix(body) {
	const webhook = new SvixWebhook(ENCODED_SECRET);
	const check = passing((headers) => webhook.verify(body, headers, { jsonParse: false }));
	return peer('svix', 'svix', check, standardHeaders(body, 'svix'));
}

/** Of a genuine and of a forged delivery by the Standard Webhooks specification. */
function standardHeaders(body, prefix) {
	const at = new Date();
	const headers = (signature) => ({
		[`${prefix}-id`]: 'msg_1',
		[`${prefix}-timestamp`]: String(Math.floor(at / 1000)),
		[`${prefix}-signature`]: signature,
	});
	return {
		genuine: headers(new StandardWebhook(ENCODED_SECRET).sign('msg_1', at, body.toString())),
		forged: headers(`v1,${Buffer.from(WRONG, 'hex').toString('base64')}`),
	};
}

function stripe(body) {
	// The key is for Stripe's API, which nothing here asks.
	const { webhooks } = new Stripe('none');
	const check = passing((header) => webhooks.signature.verifyHeader(body, header, SECRET, 300));
	const genuine = webhooks.generateTestHeaderString({ payload: body.toString(), secret: SECRET });
	const proofs = { genuine, forged: genuine.replace(/v1=.*/, `v1=${WRONG}`) };
	return peer('stripe', 'stripe, signature.verifyHeader', check, proofs);
}

/** What n8n's own triggers share, called as its Slack Trigger calls it. */
function n8n(folder, body) {
	const { verifySignature } = require(
		path.join(folder, 'node_modules/n8n-nodes-base/dist/utils/webhook-signature-verification.js'),
	);
	const seconds = secondsNow();
	const expected = () => {
		const hmac = createHmac('sha256', SECRET).update(`v0:${seconds}:`).update(body);
		return `v0=${hmac.digest('hex')}`;
	};
	const check = (signature) =>
		verifySignature({
			getExpectedSignature: expected,
			getActualSignature: () => signature,
			getTimestamp: () => seconds,
		});
	return peer('n8n', 'n8n, verifySignature', check, { genuine: expected(), forged: `v0=${WRONG}` });
}

const secondsNow = () => String(Math.floor(Date.now() / 1000));

/** For those that throw where a delivery is forged. */
function passing(check) {
	return (proof) => {
		try {
			check(proof);
			return true;
		} catch {
			return false;
		}
	};
}
