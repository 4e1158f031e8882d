'use strict';

const { randomText } = require('./random');

/** @type {import('../VoiceCallTrigger/subjects').Subject} */
module.exports = {
	credentialType: 'enableXApi',
	credential: {
		appId: randomText(),
		appKey: randomText(),
		baseUrl: 'https://api.enablex.io/voice/v1',
	},
	scheme: 'encrypted-envelope',
	eventType: 'connected',
	otherType: 'disconnected',
	acknowledgement: {},
	// What EnableX reads in an answer can be an action, so it always gets the same.
	otherAcknowledgement: {},
	withoutStatus: ['bridge_disconnected', 'recording_complete', 'stream_stopped', 'stream_failed'],
	unusable: [{}, { appId: '' }, { appId: '  ' }, { appKey: 'a key alone' }],
	foreign: () => ({ appId: randomText() }),
};
