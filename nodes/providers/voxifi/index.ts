import type { Provider } from '../common/provider';
import { byEventId } from '../common/repeat';
import { signingSecretProblem, signingSecrets } from '../common/signingSecret';
import { events, readEvent } from './events';
import { DEFAULT_TOLERANCE_SECONDS, scheme } from './scheme';

export const voxifi: Provider = {
	id: 'voxifi',
	name: 'Voxifi',
	trigger: {
		credentialType: 'voxifiWebhookApi',
		events,
		notice:
			'In Voxifi, as Owner or Admin, open Integrations &gt; Webhooks, add an endpoint with the production URL of this node, choose the events, and copy the secret into the credential: Voxifi shows it only once. Then publish the workflow at once: Voxifi does not send again what it sent before that. <a href="https://docs.voxifi.io/webhooks/security.html" target="_blank">Voxifi docs</a>',
		options: [],
		defaultTolerance: DEFAULT_TOLERANCE_SECONDS,
		acknowledgement: { received: true },
		afterRefusal:
			'Voxifi puts the event into its dead letter queue at once, and does not send it again.',
		repeatOf: byEventId,
		scheme: ({ timestampTolerance }) => scheme(timestampTolerance),
		secrets: signingSecrets,
		credentialProblem: signingSecretProblem,
		readEvent,
	},
};
