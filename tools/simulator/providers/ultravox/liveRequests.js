'use strict';

/**
 * HTTP tools: https://docs.ultravox.ai/tools/custom/http-vs-client-tools. A key in a header is all that
 * proves them: https://docs.ultravox.ai/tools/custom/authentication
 */

const { check } = require('../../check');

const REACTIONS = ['speaks', 'listens', 'speaks-once'];
const TYPES = ['hang-up', 'new-stage', 'send-to-thread'];

/** @type {Record<string, import('../../live').LiveStandIn>} */
module.exports = {
	'http-tool': {
		limitSeconds: 2.5,
		ask: ({ callId = 'call_1', args = { order: '4711' } }) => ({ ...args, call_id: callId }),
		sign: (body, { liveRequestSecret }) => ({
			headers: { 'X-Voice-Call-Secret': liveRequestSecret },
			body,
		}),
		query: 'tool=lookUpOrder',
		read({ status, text, headers }) {
			check(status >= 200 && status < 300, `status ${status}`);
			check(text !== '', 'nothing to tell the agent');
			const reaction = headers['x-ultravox-agent-reaction'];
			const type = headers['x-ultravox-response-type'];
			check(reaction === undefined || REACTIONS.includes(reaction), `reaction ${reaction}`);
			check(type === undefined || TYPES.includes(type), `response type ${type}`);
			return { told: text, ...(reaction && { reaction }), ...(type && { type }) };
		},
	},
};
