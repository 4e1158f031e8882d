import type { Provider } from '../common/provider';
import { signingSecretProblem, signingSecrets } from '../common/signingSecret';
import { events, readEvent, repeatOf } from './events';
import { fields } from './fields';
import { live } from './liveRequests';
import { scheme } from './scheme';

/** Half of the platforms that sign a time allow five minutes. */
const DEFAULT_TOLERANCE_SECONDS = 300;

export const custom: Provider = {
	id: 'custom',
	name: 'Other (Custom Signature)',
	sender: 'your platform',
	trigger: {
		credentialType: 'customWebhookApi',
		events,
		notice:
			'For a platform that is not in the list. Look up in its documentation how it signs its webhooks, and describe it below. Give it the first production URL of this node, and copy its secret into the credential. Execute the step and have it send a test event: if it is refused, the output says what does not fit. <a href="https://www.npmjs.com/package/n8n-nodes-voice-call" target="_blank">Docs of this package</a>',
		fields,
		options: [],
		defaultTolerance: DEFAULT_TOLERANCE_SECONDS,
		acknowledgement: { received: true },
		afterRefusal: 'Your platform says it in its documentation.',
		scheme,
		secrets: signingSecrets,
		credentialProblem: signingSecretProblem,
		readEvent,
		repeatOf,
		live,
	},
};
