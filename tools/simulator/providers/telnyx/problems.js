'use strict';

/** Telnyx' errors (https://developers.telnyx.com/development/api-fundamentals/api-errors). */

/**
 * By code, title and detail.
 *
 * @type {Record<number, [title: string, detail: string]>}
 */
const ERRORS = {
	10004: ['Missing required parameter', 'A required parameter was missing.'],
	10005: ['Resource not found', 'The requested resource or URL could not be found.'],
	10007: ['Unexpected error', 'An unexpected error occured.'],
	10009: [
		'Authentication failed',
		'The required authentication headers were either invalid or not included in the request.',
	],
	10010: [
		'Authorization failed',
		'You do not have permission to perform the requested action on the specified resource or resources.',
	],
	10011: ['Too many requests', 'You have exceeded the maximum number of allowed requests.'],
	10015: ['Bad Request', 'The request failed because it was not well-formed.'],
	10016: [
		'Phone number must be in +E.164 format',
		'The specified phone number parameter must be in +E.164 format.',
	],
	10017: [
		'Associated resource does not exist',
		'The requested parameter is invalid as the associated resource does not exist.',
	],
	90010: [
		'Invalid value for payload',
		"The 'payload' parameter should contain between 1 and 5000 characters.",
	],
	90014: [
		'Invalid value for digits',
		"The 'digits' parameter must be a 'string' made of a combination of either 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, A, B, C, D, w, W, * or #.",
	],
	90015: ['Invalid Call Control ID', 'The provided call_control_id was not valid.'],
	90017: [
		'Invalid value for client_state',
		"The 'client_state' parameter must be a valid base64 string.",
	],
	90018: ['Call has already ended', "This call is no longer active and can't receive commands."],
	90028: [
		'Invalid value for timeout_secs',
		"The 'timeout_secs' parameter must be an 'integer' with a minimum and a maximum value accepted by command",
	],
	90034: [
		'Call has not been answered yet',
		"This call can't receive this command because it has not been answered yet.",
	],
	90102: ['Command is invalid', 'Call answer command cannot be issued for outbound calls.'],
};

/**
 * The code of a failure that is known by its status alone.
 *
 * @type {Record<number, number>}
 */
const BY_STATUS = { 401: 10009, 403: 10010, 404: 10005, 429: 10011, 500: 10007 };

/**
 * @param {number} code
 * @param {number} [status]
 * @param {string} [detail] in place of Telnyx' own sentence
 * @returns {import('../../http-exchange').Answer}
 */
function failure(code, status = 422, detail = ERRORS[code][1]) {
	const [title] = ERRORS[code];
	return { status, body: { errors: [{ code: String(code), title, detail }] } };
}

/** @type {import('../../routing').Problem} */
const problem = (status, detail) => {
	const code = BY_STATUS[status];
	return code === undefined ? failure(10015, status, detail) : failure(code, status);
};

module.exports = { failure, problem };
