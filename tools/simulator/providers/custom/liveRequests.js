'use strict';

/**
 * A platform in no list, whose tools carry a type and an ID, and which takes any JSON.
 *
 * @type {Record<string, import('../../live').LiveStandIn>}
 */
module.exports = {
	request: {
		limitSeconds: 10,
		ask: ({ callId = 'call_1', args = { order: '4711' } }) => ({
			type: 'lookUpOrder',
			call_id: callId,
			args,
		}),
		read({ status, json }) {
			if (status >= 500) return { failed: json().error };
			return json();
		},
	},
};
