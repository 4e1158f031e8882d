'use strict';

/**
 * What waits for an answer at ElevenLabs; neither is signed, both carry headers that a person sets.
 * https://elevenlabs.io/docs/eleven-agents/customization/personalization/twilio-personalization
 */

const { check } = require('../../check');

/** @param {number} status */
const isSuccess = (status) => status >= 200 && status < 300;

/** @type {import('../../sign').Sign} */
const withHeader = (body, { liveRequestSecret }) => ({
	headers: { 'X-Voice-Call-Secret': liveRequestSecret },
	body,
});

/** @type {Record<string, import('../../live').LiveStandIn>} */
module.exports = {
	'conversation-initiation': {
		// The page says "reasonable"; a caller who hears nothing for longer hangs up.
		limitSeconds: 5,
		ask: ({ callId = 'CA1', from = '+14155550123', to = '+14155550100' }) => ({
			caller_id: from,
			agent_id: 'agent_1',
			called_number: to,
			call_sid: callId,
		}),
		sign: withHeader,
		read({ status, json }) {
			check(isSuccess(status), `status ${status}`);
			const answer = json();
			check(answer.type === 'conversation_initiation_client_data', 'without its type');
			const variables = answer.dynamic_variables;
			check(typeof variables === 'object' && variables !== null, 'no dynamic variables');
			for (const value of Object.values(variables)) {
				check(['string', 'number', 'boolean'].includes(typeof value), 'a variable of another type');
			}
			return answer;
		},
	},
	'server-tool': {
		limitSeconds: 20,
		ask: ({ callId = 'conv_1', args = { order: '4711' } }) => ({
			...args,
			conversation_id: callId,
		}),
		sign: withHeader,
		query: 'tool=lookUpOrder',
		read({ status, text }) {
			check(isSuccess(status), `status ${status}`);
			check(text !== '', 'nothing to tell the agent');
			return { told: text };
		},
	},
};
