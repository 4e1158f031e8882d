'use strict';

const MAX_BODY_BYTES = 1024 * 1024;

/**
 * One request as it came in, and what became of it.
 *
 * @typedef {object} Exchange
 * @property {string} method
 * @property {string} path as on the wire, without the query
 * @property {URLSearchParams} query
 * @property {string[]} rawHeaders names and values in turn, as on the wire
 * @property {import('node:http').IncomingHttpHeaders} headers
 * @property {Buffer} body
 * @property {number} at milliseconds since 1970
 * @property {string} route e.g. `huskyVoice.create`; `unknown` where there is none
 * @property {string[]} params the variable parts of the path, decoded
 * @property {any} [json] the body, once it was read as JSON
 * @property {string} [misbehavior]
 * @property {number|'reset'} [status] what was answered
 *
 * @typedef {object} Answer
 * @property {number} status
 * @property {Record<string, string>} [headers]
 * @property {object|string|Buffer} body a text or bytes go out as they are
 */

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {number} at
 * @returns {Promise<Exchange>}
 */
async function readExchange(request, at) {
	const pieces = [];
	let size = 0;
	for await (const piece of request) {
		size += piece.length;
		if (size > MAX_BODY_BYTES) throw new Error('The body is larger than a provider would take');
		pieces.push(piece);
	}
	const { method = '', rawHeaders, headers, url = '' } = request;
	const [path, search = ''] = url.split('?');
	const query = new URLSearchParams(search);
	const body = Buffer.concat(pieces);
	return { method, path, query, rawHeaders, headers, body, at, route: 'unknown', params: [] };
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {Answer|'reset'} answer
 */
function writeAnswer(response, answer) {
	if (answer === 'reset') {
		response.socket?.resetAndDestroy();
		return;
	}
	const { status, headers, body } = answer;
	response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', ...headers });
	const isRaw = typeof body === 'string' || Buffer.isBuffer(body);
	response.end(isRaw ? body : JSON.stringify(body));
}

module.exports = { readExchange, writeAnswer };
