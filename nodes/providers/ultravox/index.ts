import type { Provider } from '../common/provider';
import { signingSecrets } from '../common/signingSecret';
import { calls } from './apiKey.connection';
import { CALLBACKS } from './call/wait';
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
			'In Ultravox, open Webhooks in the console, create a webhook with the first production URL of this node and the events, and copy its secret into the credential as Signing Secret. Then publish the workflow. Or let publishing do it: turn on Register the Webhook under Options. <a href="https://docs.ultravox.ai/webhooks/securing-webhooks" target="_blank">Ultravox docs</a>',
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
		secretMembers: [CALLBACKS],
		live,
	},
	action: calls,
};
