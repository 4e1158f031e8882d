'use strict';

/** What the specification advises a body to have. */

/** @type {(type: string) => import('../../events').EventOf} */
const event = (type) => (facts) => ({
	type,
	timestamp: (facts.at ?? new Date('2026-01-01T00:00:00Z')).toISOString(),
	data: { call_id: facts.callId ?? 'call_1' },
});

module.exports = {
	'call.done': event('call.done'),
	'realtime.call.incoming': event('realtime.call.incoming'),
};
