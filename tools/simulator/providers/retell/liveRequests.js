'use strict';

/**
 * What waits for an answer at Retell: https://docs.retellai.com/features/inbound-call-webhook and
 * https://docs.retellai.com/build/single-multi-prompt/custom-function
 */

const MOST_CHARACTERS = 15_000;

const { check } = require('../../check');

/** @param {number} status */
const isSuccess = (status) => status >= 200 && status < 300;

/** @type {(part: 'call_inbound' | 'chat_inbound') => import('../../live').LiveStandIn} */
const inbound = (part) => ({
	limitSeconds: 10,
	ask: ({ callId = 'mark', from = '+14155550123', to = '+14155550100', at = new Date() }) => ({
		event: part,
		event_timestamp: at.getTime(),
		[part]: {
			agent_id: 'agent_1',
			agent_version: 1,
			from_number: from,
			to_number: to,
			custom_sip_headers: { 'X-Mark': callId },
		},
	}),
	read({ status, json }) {
		check(isSuccess(status), `status ${status}`);
		const answer = json()[part];
		check(typeof answer === 'object' && answer !== null, `no ${part}`);
		const known = ['reject', 'override_agent_id', 'override_agent_version'];
		known.push('dynamic_variables', 'metadata', 'agent_override');
		for (const name of Object.keys(answer)) check(known.includes(name), `unknown member ${name}`);
		if ('reject' in answer) {
			check(answer.reject === true, 'reject is not true');
			check(Object.keys(answer).length === 1, 'reject stands beside others');
		}
		for (const value of Object.values(answer.dynamic_variables ?? {})) {
			check(typeof value === 'string', 'a dynamic variable that is no text');
		}
		return answer;
	},
});

/** @type {Record<string, import('../../live').LiveStandIn>} */
module.exports = {
	call_inbound: inbound('call_inbound'),
	chat_inbound: inbound('chat_inbound'),
	'custom-function': {
		limitSeconds: 120,
		ask: ({ callId = 'call_1', args = { order: '4711' } }) => ({
			name: 'lookUpOrder',
			call: {
				call_id: callId,
				call_type: 'phone_call',
				call_status: 'ongoing',
				agent_id: 'agent_1',
			},
			args,
		}),
		/** Text or JSON, which becomes text. */
		read({ status, text }) {
			check(isSuccess(status), `status ${status}`);
			check(text !== '', 'nothing to tell the agent');
			return { told: text.slice(0, MOST_CHARACTERS) };
		},
	},
};
