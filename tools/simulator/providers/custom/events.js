'use strict';

/** Events of a platform that nobody knows: a type and a call. */

/** @type {(type: string) => import('../../events').EventOf} */
const event = (type) => (facts) => ({
	type,
	call_id: facts.callId ?? 'call_1',
	at: (facts.at ?? new Date('2026-01-01T00:00:00Z')).toISOString(),
});

module.exports = { 'call.done': event('call.done'), 'call.missed': event('call.missed') };
