import { liveSecretProblem } from '../common/liveSecret';
import type { Provider } from '../common/provider';
import { signingSecretProblem, signingSecrets } from '../common/signingSecret';
import { events, readEvent, repeatOf } from './events';
import { live } from './liveRequests';
import { DEFAULT_TOLERANCE_SECONDS, scheme } from './scheme';

export const ultravox: Provider = {
	id: 'ultravox',
	name: 'Ultravox',
	aliases: ['Fixie'],
	trigger: {
		credentialType: 'ultravoxApi',
		events,
		notice:
			'In Ultravox, open Webhooks in the console (or use its API), create a webhook with the production URL of this node and the events, and copy its secret into the credential. Then publish the workflow. <a href="https://docs.ultravox.ai/webhooks/securing-webhooks" target="_blank">Ultravox docs</a>',
		options: [],
		defaultTolerance: DEFAULT_TOLERANCE_SECONDS,
		acknowledgement: { received: true },
		afterRefusal:
			'Ultravox repeats after every status but a success, so a genuine event that was refused for a wrong secret comes up to ten times more.',
		scheme: ({ timestampTolerance }) => scheme(timestampTolerance),
		secrets: signingSecrets,
		credentialProblem: (credential) => liveSecretProblem(credential, signingSecretProblem),
		readEvent,
		repeatOf,
		live,
	},
};
