'use strict';

const { createHash, randomBytes } = require('node:crypto');
const { sampleEvent, uniqueFacts } = require('../../tools/simulator/events');
const { subjectOf } = require('../VoiceCallTrigger/subjects');
const { publishTriggerWorkflow } = require('./triggerWorkflow');

const HASHING = 'Hash the file';

/** An event of ElevenLabs with a recording of so many bytes, and their hash. */
function audioEvent(size) {
	const event = sampleEvent('elevenLabs', 'post_call_audio', uniqueFacts());
	const sound = randomBytes(size);
	event.data.full_audio = sound.toString('base64');
	return { event, sha256: createHash('sha256').update(sound).digest('hex') };
}

/** A published workflow that reads the file of such an event from where n8n keeps it. */
async function publishHashing(client) {
	const { id: provider, credentialType, credential } = subjectOf('elevenLabs');
	return await publishTriggerWorkflow(client, {
		provider,
		credentialType,
		credentialData: credential,
		next: [
			{
				name: HASHING,
				type: 'n8n-nodes-base.crypto',
				typeVersion: 1,
				position: [200, 0],
				parameters: {
					action: 'hash',
					type: 'SHA256',
					binaryData: true,
					binaryPropertyName: '={{ $json.audio.field }}',
					dataPropertyName: 'sha256',
					encoding: 'hex',
				},
			},
		],
	});
}

module.exports = { HASHING, audioEvent, publishHashing };
