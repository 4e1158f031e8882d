import type { Provider } from '../common/provider';
import { calls } from './apiKey.connection';
import { events, readEvent, repeatOf } from './events';
import { publicKeyProblem, publicKeys } from './publicKeys';
import { scheme } from './scheme';

export const telnyx: Provider = {
	id: 'telnyx',
	name: 'Telnyx',
	trigger: {
		credentialType: 'telnyxApi',
		events,
		notice:
			'In the Telnyx portal, open your Voice API application, set its webhook URL to the production URL of this node and the API version to 2, and copy the public key of the account into the credential. Then publish the workflow. <a href="https://developers.telnyx.com/development/api-fundamentals/webhooks/receiving-webhooks" target="_blank">Telnyx docs</a>',
		options: [],
		defaultTolerance: 300,
		acknowledgement: { received: true },
		afterRefusal: 'Telnyx does not repeat after a 401, says one of its pages.',
		scheme: ({ timestampTolerance }) => scheme(timestampTolerance),
		secrets: publicKeys,
		credentialProblem: publicKeyProblem,
		readEvent,
		repeatOf,
	},
	action: calls,
};
