import { choice } from '../common/choice';
import type { Provider } from '../common/provider';
import { signingSecretProblem, signingSecrets } from '../common/signingSecret';
import { events, readEvent, repeatOf } from './events';
import { fields } from './fields';
import { DEFAULT_TOLERANCE_SECONDS, scheme } from './scheme';

export const standardWebhooks: Provider = {
	id: 'standardWebhooks',
	name: 'Standard Webhooks',
	sender: 'your platform',
	aliases: ['Svix', 'OpenAI'],
	trigger: {
		credentialType: 'standardWebhooksApi',
		events,
		notice:
			'For every platform that signs by the Standard Webhooks specification, e.g. OpenAI and Recall.ai. Give it the production URL of this node, and copy the secret (whsec_) or the public key (whpk_) that it shows into the credential. Then publish the workflow. <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md" target="_blank">Standard Webhooks specification</a>',
		fields,
		options: [],
		defaultTolerance: DEFAULT_TOLERANCE_SECONDS,
		acknowledgement: { received: true },
		afterRefusal: 'The specification leaves it to the sender; most try again for a day or more.',
		scheme: ({ timestampTolerance, read }) =>
			scheme(
				choice(read('standardWebhooksHeaders'), 'Header Names', ['webhook', 'svix']),
				choice(read('standardWebhooksKey'), 'Key Type', ['whsec', 'whpk']),
				timestampTolerance,
			),
		secrets: signingSecrets,
		credentialProblem: signingSecretProblem,
		readEvent,
		repeatOf,
	},
};
