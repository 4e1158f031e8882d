'use strict';

const { SIGNATURE_HEADERS, genuine, replaceHeader } = require('./forgeries');

/**
 * @import { Attack, Random, Target } from './forgeries'
 * @typedef {[name: string, value: string]} Header
 */

/**
 * The genuine headers as pairs, so that one of them can be repeated.
 *
 * @param {import('../../simulator/sign').Signed} delivery
 */
const pairs = ({ headers }) => Object.entries(headers);

/**
 * A genuine delivery under a wrong signature, for games that might make n8n overlook it.
 *
 * @param {Random} random
 * @param {Target} target
 */
function wronglySigned(random, target) {
	const prefix = target.provider === 'voxifi' ? 'sha256=' : '';
	const name = SIGNATURE_HEADERS[target.provider];
	return replaceHeader(genuine(random, target), name, prefix + random.hex(64));
}

/**
 * Games with headers and methods.
 *
 * @type {Record<string, Attack>}
 */
const headers = {
	'no signature': (random, target) => {
		const delivery = genuine(random, target);
		const { [SIGNATURE_HEADERS[target.provider]]: _, ...rest } = delivery.headers;
		return { ...delivery, headers: rest };
	},
	'the signature twice': (random, target) => {
		const delivery = genuine(random, target);
		const name = SIGNATURE_HEADERS[target.provider];
		return { ...delivery, headers: [...pairs(delivery), [name, delivery.headers[name]]] };
	},
	'a wrong signature before the right one': (random, target) => {
		const delivery = genuine(random, target);
		const name = SIGNATURE_HEADERS[target.provider];
		return { ...delivery, headers: [[name, random.hex(64)], ...pairs(delivery)] };
	},
	'two signatures in one header': (random, target) => {
		const delivery = genuine(random, target);
		const name = SIGNATURE_HEADERS[target.provider];
		return replaceHeader(delivery, name, `${random.hex(64)}, ${delivery.headers[name]}`);
	},
	'a malformed signature': (random, target) =>
		replaceHeader(
			genuine(random, target),
			SIGNATURE_HEADERS[target.provider],
			random.pick(['', 'sha256=', 'null', 'undefined', '[object Object]', random.text(64), '0']),
		),
	'a signature of kilobytes': (random, target) =>
		replaceHeader(
			genuine(random, target),
			SIGNATURE_HEADERS[target.provider],
			random.hex(2000 + random.integer(8000)),
		),
	'a hundred headers': (random, target) => {
		const delivery = wronglySigned(random, target);
		const more = Array.from(
			{ length: 100 },
			(_, at) => /** @type {Header} */ ([`x-${at}-${random.hex(6)}`, random.hex(20)]),
		);
		return { ...delivery, headers: [...more, ...pairs(delivery)] };
	},
	'headers of other providers': (random, target) => ({
		...wronglySigned(random, target),
		headers: {
			...Object.fromEntries(Object.values(SIGNATURE_HEADERS).map((name) => [name, random.hex(64)])),
			'Content-Type': 'application/json',
		},
	}),
	'headers that n8n or a proxy might trust': (random, target) => {
		const delivery = wronglySigned(random, target);
		const trusted = {
			'X-Forwarded-For': '127.0.0.1',
			'X-HTTP-Method-Override': 'GET',
			'X-Original-URL': '/webhook-test/',
			Authorization: `Bearer ${random.hex(40)}`,
		};
		return { ...delivery, headers: { ...trusted, ...delivery.headers } };
	},
	'headers named as members of every object': (random, target) => {
		const delivery = wronglySigned(random, target);
		const names = [
			'__proto__',
			'constructor',
			'prototype',
			'toString',
			'hasOwnProperty',
			'valueOf',
		];
		const values = ['', '1', '[object Object]', random.hex(64)];
		const more = Array.from(
			{ length: 1 + random.integer(4) },
			() => /** @type {Header} */ ([random.pick(names), random.pick(values)]),
		);
		return { ...delivery, headers: [...more, ...pairs(delivery)] };
	},
	'another method': (random, target) => ({
		...genuine(random, target),
		method: random.pick(['GET', 'PUT', 'PATCH', 'DELETE', 'HEAD']),
	}),
	'another content type': (random, target) => {
		const types = [
			'text/plain',
			'application/xml',
			'application/x-www-form-urlencoded',
			'multipart/form-data; boundary=x',
			'application/octet-stream',
			'application/json; charset=utf-16',
			'application/vnd.api+json',
			'image/png',
		];
		return replaceHeader(wronglySigned(random, target), 'Content-Type', random.pick(types));
	},
};

module.exports = { headers };
