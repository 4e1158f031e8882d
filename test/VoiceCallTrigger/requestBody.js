'use strict';

/**
 * What n8n does to a request's body before a webhook node of a version above 1 sees it: decompress,
 * keep the bytes, parse the usual content types, take forms with parts apart.
 */

const { createGunzip, createInflate } = require('node:zlib');
const getRawBody = require('raw-body');

const DECOMPRESS = { gzip: createGunzip, deflate: createInflate };
const LIMIT = '16mb';

/**
 * @param {import('express').Request} request
 * @param {unknown} _response
 * @param {() => void} next
 */
function bodyReader(request, _response, next) {
	const [type] = (request.headers['content-type'] ?? '').split(';');
	request.contentType = type.trim().toLowerCase() || undefined;
	request.readRawBody = async () => {
		if (request.rawBody) return;
		const decompress = DECOMPRESS[request.headers['content-encoding']];
		const stream = decompress ? request.pipe(decompress()) : request;
		const length = decompress ? undefined : request.headers['content-length'];
		request.rawBody = await getRawBody(stream, { length, limit: LIMIT });
	};
	next();
}

/**
 * @param {import('express').Request} request
 * @returns {Promise<boolean>} false when n8n answers 422 by itself, without asking the node
 */
async function parseBody(request) {
	const { contentType = '' } = request;
	if (contentType === 'multipart/form-data') {
		for await (const piece of request) void piece;
		request.body = { data: {}, files: {} };
		return true;
	}
	if (!/^(application\/(json|x-www-form-urlencoded)|text\/plain|.*[/+]xml)$/.test(contentType)) {
		return true;
	}
	await request.readRawBody();
	if (contentType !== 'application/json' || request.rawBody.length === 0) return true;
	try {
		request.body = JSON.parse(request.rawBody.toString().replace(/^\ufeff/, ''));
		return true;
	} catch {
		return false;
	}
}

module.exports = { bodyReader, parseBody };
