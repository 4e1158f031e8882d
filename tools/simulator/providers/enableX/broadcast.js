'use strict';

/**
 * Broadcasts. EnableX writes their requests in three ways: `recipients` (.../voice/broadcast-release-notes.html,
 * v2.1.0), `broadcast_numbers` (https://github.com/EnableX/voice-broadcast-ivr-bridge) and
 * `broadcastnumbersjson` (https://github.com/EnableX/voice-api-broadcast), which answers `appInstance`.
 */

const { randomUUID } = require('node:crypto');
const { isE164WithOrWithoutPlus } = require('../../phone-number');
const { speechProblem } = require('./speech');

/**
 * @import { Handler, Problem } from '../../routing'
 *
 * @typedef {{ to: string, play?: object, custom_data?: object }} Leg
 */

/** @param {string} text */
const parsed = (text) => {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
};

/**
 * Whom a request calls, and what each hears; `undefined` when it is in none of the three ways.
 *
 * @param {Record<string, any>} request
 * @returns {Leg[] | undefined}
 */
function legsOf({ recipients, broadcast_numbers, broadcastnumbersjson, action_on_connect }) {
	if (Array.isArray(recipients)) return recipients;
	const listed = parsed(broadcast_numbers ?? broadcastnumbersjson);
	if (!Array.isArray(listed)) return undefined;
	return listed.map(({ phone }) => ({ to: phone, play: action_on_connect?.play }));
}

/**
 * @param {Record<string, any>} json
 * @param {Leg[]} legs
 */
function complaint(json, legs) {
	if (!isE164WithOrWithoutPlus(json.from)) return 'from is not a phone number';
	if (legs.length === 0) return 'there are no recipients';
	if (json.recipients !== undefined && json.custom_data !== undefined) {
		return 'custom_data belongs to each recipient';
	}
	if (json.event_url !== undefined && !URL.canParse(json.event_url)) {
		return 'event_url is not a URL';
	}
	if (!legs.every(({ to }) => isE164WithOrWithoutPlus(to)))
		return 'a recipient is not a phone number';
	return legs.map(({ play }) => speechProblem(play)).find((problem) => problem !== undefined);
}

/** @param {Pick<import('../../standIns').Context, 'ledger'> & { problem: Problem }} context */
function createBroadcasts({ ledger, problem }) {
	/** @type {Handler} */
	function create({ json }) {
		const legs = legsOf(json) ?? [];
		const wrong = complaint(json, legs);
		if (wrong !== undefined) return problem(400, wrong);
		const id = randomUUID();
		for (const { to, custom_data } of legs) {
			ledger.place({
				provider: 'enableX',
				contact: to,
				marker: json.owner_ref === undefined ? undefined : `${json.owner_ref}/${to}`,
				status: 'queued',
				request: { ...json, to, custom_data, broadcast_id: id },
			});
		}
		const isOldest = json.broadcastnumbersjson !== undefined;
		return {
			status: 200,
			body: isOldest ? { result: 0, appInstance: id } : { broadcast_id: id, state: 'initiated' },
		};
	}

	return [
		{
			name: 'enableX.broadcast',
			method: 'POST',
			path: /^\/voice\/v1\/broadcast$/,
			takesJson: true,
			handle: create,
		},
	];
}

module.exports = { createBroadcasts };
