import type { Provider } from '../common/provider';
import { signingSecretProblem, signingSecrets } from '../common/signingSecret';
import { calls } from './apiKey.connection';
import { events, readEvent, repeatOf } from './events';
import { scheme } from './scheme';

export const miraiMindsV2: Provider = {
	id: 'miraiMindsV2',
	name: 'Mirai Minds v2',
	aliases: ['Mirai'],
	trigger: {
		credentialType: 'miraiMindsV2Api',
		events,
		notice:
			'Publish the workflow, then give the production URL of this node as webhook_url with each call that you place, or to an inbound number or a campaign. The webhook secret of the workspace is shown once. For the API with a key pair choose Mirai Minds v1 instead. <a href="https://github.com/MiraiMinds/docs" target="_blank">Mirai Minds v2 docs</a>',
		options: [],
		defaultTolerance: 300,
		acknowledgement: { received: true },
		afterRefusal:
			'Mirai Minds v2 tries again after every answer but a success, six times in about 36 minutes.',
		scheme: ({ timestampTolerance }) => scheme(timestampTolerance),
		secrets: signingSecrets,
		credentialProblem: signingSecretProblem,
		readEvent,
		repeatOf,
	},
	action: calls,
};
