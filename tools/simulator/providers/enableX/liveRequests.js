'use strict';

const events = require('./events');

/**
 * One page says that each event is answered with a JSON action within five seconds, or the call may end:
 * https://developer.enablex.io/voice/architecture.html. The shape of an action stands on no page.
 *
 * @type {Record<string, import('../../live').LiveStandIn>}
 */
module.exports = {
	'call-event': {
		limitSeconds: 5,
		ask: (facts) => events.incomingcall(facts),
		read({ status, json }) {
			if (status !== 200) throw new Error(`status ${status}`);
			const action = json();
			if (typeof action !== 'object' || action === null) throw new Error('no JSON object');
			return action;
		},
	},
};
