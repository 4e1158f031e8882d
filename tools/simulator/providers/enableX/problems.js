'use strict';

/**
 * EnableX's failures. Its pages show three shapes of errors
 * (https://www.enablex.io/developer/voice/voice-api-overview/,
 * https://developer.enablex.io/docs/references/apis/voice-api/, .../reference/errors.html); `mixed` gives
 * each where it is shown.
 */

const { randomUUID } = require('node:crypto');

/** @type {Record<number, string>} */
const ERROR_CODES = {
	400: 'INVALID_PARAM',
	401: 'UNAUTHORIZED',
	403: 'PROJECT_SUSPENDED',
	404: 'NOT_FOUND',
	409: 'CONFLICT',
	429: 'RATE_LIMITED',
	500: 'INTERNAL_ERROR',
	503: 'SERVICE_UNAVAILABLE',
};
/** @type {Record<number, string>} */
const MIXED = { 404: 'result-msg', 409: 'result-desc', 500: 'result-msg', 503: 'result-desc' };

/** @type {Record<string, (status: number, message: string, result: number) => object>} */
const shapes = {
	'result-desc': (status, message, result) => ({
		result,
		error: ERROR_CODES[status],
		desc: message,
	}),
	'result-msg': (status, message, result) => ({
		result,
		...(status === 500 && { state: 'failed' }),
		msg: message,
	}),
	'status-code': (status, message) => ({
		status: 'error',
		error_code: ERROR_CODES[status],
		message,
		request_id: randomUUID(),
	}),
};

/** @type {(settings: { errorShape: string }) => (status: number, message: string, result?: number) => import('../../http-exchange').Answer} */
const createProblem =
	({ errorShape }) =>
	(status, message, result = status) => {
		const shape = errorShape === 'mixed' ? (MIXED[status] ?? 'status-code') : errorShape;
		return { status, body: shapes[shape](status, message, result) };
	};

module.exports = { createProblem };
