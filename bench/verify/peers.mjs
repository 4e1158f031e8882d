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
	].map((peer) => ({ ...peer, ours: false }));
}

/** One HMAC over the bytes, one comparison in constant time: less is not a check. */
function bare(body) {
	const check = (signature) => {
		const expected = createHmac('sha256', SECRET).update(body).digest();
		return timingSafeEqual(Buffer.from(signature, 'hex'), expected);
	};
	const signature = hmacHex(body);
	return {
		id: 'bare',
		label: 'createHmac + timingSafeEqual, bare',
		genuine: () => check(signature),
		forged: () => check(WRONG),
	};
}

/** The same where a timestamp is signed as well, as Voxifi does: the limit for such schemes. */
function bareWithTimestamp(body) {
	const seconds = String(Math.floor(Date.now() / 1000));
	const check = (signature) => {
		const hmac = createHmac('sha256', SECRET).update(`${seconds}.`).update(body);
		return timingSafeEqual(Buffer.from(signature, 'hex'), hmac.digest());
	};
	const signature = hmacHex(`${seconds}.`, body);
	return {
		id: 'bareWithTimestamp',
		label: 'the same over a timestamp and the body',
		genuine: () => check(signature),
		forged: () => check(WRONG),
	};
}

/** Ed25519 over a timestamp and the body, as Telnyx signs, with a key that was read before. */
function bareEd25519(body) {
	const start = `${Math.floor(Date.now() / 1000)}|`;
	const check = (signature) =>
		verifyBytes(
			null,
			Buffer.concat([Buffer.from(start), body]),
			ed25519.publicKey,
			Buffer.from(signature, 'base64'),
		);
	const genuine = ed25519.sign(Buffer.concat([Buffer.from(start), body]));
	const forged = ed25519.sign(body);
	return {
		id: 'bareEd25519',
		label: 'crypto.verify with a prepared Ed25519 key, bare',
		genuine: () => check(genuine),
		forged: () => check(forged),
	};
}

/** Takes text only, so the bytes have to be decoded. */
function octokit(body) {
	const signature = `sha256=${hmacHex(body)}`;
	return {
		id: 'octokit',
		label: '@octokit/webhooks-methods',
		genuine: () => verify(SECRET, body.toString(), signature),
		forged: () => verify(SECRET, body.toString(), `sha256=${WRONG}`),
	};
}

function standardWebhooks(body) {
	const webhook = new StandardWebhook(ENCODED_SECRET);
	const check = (headers) => webhook.verify(body, headers, { jsonParse: false });
	return { id: 'standardwebhooks', label: 'standardwebhooks', ...pair(check, body, 'webhook') };
}

function svix(body) {
	const webhook = new SvixWebhook(ENCODED_SECRET);
	const check = (headers) => webhook.verify(body, headers, { jsonParse: false });
	return { id: 'svix', label: 'svix', ...pair(check, body, 'svix') };
}

/** A genuine and a forged delivery by the Standard Webhooks specification. */
function pair(check, body, prefix) {
	const at = new Date();
	const seconds = Math.floor(at / 1000);
	const signature = new StandardWebhook(ENCODED_SECRET).sign('msg_1', at, body.toString());
	const headers = (value) => ({
		[`${prefix}-id`]: 'msg_1',
		[`${prefix}-timestamp`]: String(seconds),
		[`${prefix}-signature`]: value,
	});
	const genuine = headers(signature);
	const forged = headers(`v1,${Buffer.from(WRONG, 'hex').toString('base64')}`);
	return { genuine: () => passes(check, genuine), forged: () => passes(check, forged) };
}

function stripe(body) {
	// The key is for Stripe's API, which nothing here asks.
	const { webhooks } = new Stripe('none');
	const check = (header) => webhooks.signature.verifyHeader(body, header, SECRET, 300);
	const genuine = webhooks.generateTestHeaderString({ payload: body.toString(), secret: SECRET });
	const forged = genuine.replace(/v1=.*/, `v1=${WRONG}`);
	return {
		id: 'stripe',
		label: 'stripe, signature.verifyHeader',
		genuine: () => passes(check, genuine),
		forged: () => passes(check, forged),
	};
}

/** What n8n's own triggers share, called as its Slack Trigger calls it. */
function n8n(folder, body) {
	const { verifySignature } = require(
		path.join(folder, 'node_modules/n8n-nodes-base/dist/utils/webhook-signature-verification.js'),
	);
	const seconds = String(Math.floor(Date.now() / 1000));
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
	const genuine = expected();
	return {
		id: 'n8n',
		label: 'n8n, verifySignature',
		genuine: () => check(genuine),
		forged: () => check(`v0=${WRONG}`),
	};
}

/** For those that throw where a delivery is forged. */
function passes(check, proof) {
	try {
		check(proof);
		return true;
	} catch {
		return false;
	}
}
