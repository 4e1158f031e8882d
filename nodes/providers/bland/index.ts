import type { Provider } from '../common/provider';
import { signingSecretProblem, signingSecrets } from '../common/signingSecret';
import { calls } from './apiKey.connection';
import { events, readEvent, repeatOf } from './events';
import { scheme } from './scheme';

export const bland: Provider = {
	id: 'bland',
	name: 'Bland AI',
	aliases: ['Bland'],
	trigger: {
		credentialType: 'blandApi',
		events,
		notice:
			'Give Bland AI the production URL of this node: as Webhook URL with each call you place, or for a number or the account in its dashboard. Create the signing secret under Account Settings &gt; Keys first, and copy it into the credential, as Signing Secret: without one, events are not signed and this node refuses them. Then publish the workflow. <a href="https://docs.bland.ai/tutorials/webhook-signing" target="_blank">Bland AI docs</a>',
		options: [],
		acknowledgement: { received: true },
		afterRefusal: 'Bland does not document what it does after a 401.',
		scheme: () => scheme,
		secrets: signingSecrets,
		credentialProblem: signingSecretProblem,
		readEvent,
		repeatOf,
	},
	action: calls,
};
