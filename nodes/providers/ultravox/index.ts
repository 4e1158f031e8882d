import type { Provider } from '../common/provider';
import { signingSecrets } from '../common/signingSecret';
import { calls } from './apiKey.connection';
import { events, readEvent, repeatOf } from './events';
import { live } from './liveRequests';
import { DEFAULT_TOLERANCE_SECONDS, scheme } from './scheme';
import { secretsProblem } from './secrets';

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
		credentialProblem: secretsProblem,
		readEvent,
		repeatOf,
		live,
	},
	action: calls,
};
