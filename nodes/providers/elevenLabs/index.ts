import { liveSecretProblem } from '../common/liveSecret';
import type { Provider } from '../common/provider';
import { signingSecretProblem, signingSecrets } from '../common/signingSecret';
import { calls } from './apiKey.connection';
import { events, readEvent, repeatOf } from './events';
import { live } from './liveRequests';
import { DEFAULT_TOLERANCE_SECONDS, scheme } from './scheme';

export const elevenLabs: Provider = {
	id: 'elevenLabs',
	name: 'ElevenLabs Agents',
	aliases: ['ElevenLabs', 'Eleven Labs', 'ElevenAgents'],
	trigger: {
		credentialType: 'elevenLabsApi',
		events,
		notice:
			'In ElevenLabs, open Settings &gt; Webhooks, create a webhook with HMAC and the first production URL of this node, copy the secret into the credential, as Signing Secret, and select the webhook in the settings of Agents or of one agent. Recordings of more than about 13 minutes are larger than n8n takes, unless N8N_PAYLOAD_SIZE_MAX is raised. Then publish the workflow. <a href="https://elevenlabs.io/docs/eleven-agents/workflows/post-call-webhooks" target="_blank">ElevenLabs Agents docs</a>',
		options: [],
		defaultTolerance: DEFAULT_TOLERANCE_SECONDS,
		acknowledgement: { received: true },
		afterRefusal:
			'ElevenLabs never repeats after a 401. After ten failures in a row it may switch the webhook off.',
		scheme: ({ timestampTolerance }) => scheme(timestampTolerance),
		secrets: signingSecrets,
		credentialProblem: (credential) => liveSecretProblem(credential, signingSecretProblem),
		readEvent,
		repeatOf,
		audio: { path: ['data', 'full_audio'], mimeType: 'audio/mpeg', ending: 'mp3' },
		live,
	},
	action: calls,
};
