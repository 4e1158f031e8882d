import type { Provider } from '../common/provider';
import { calls } from './keyPair.connection';
import { readEvent, repeatOf } from './events';
import { events } from './eventTypes';
import { keyPairs, pairSecrets } from './keyPairs';
import { keyPairMistakes, keyPairsProblem } from './keyProblems';
import { scheme } from './scheme';

export const miraiMinds: Provider = {
	id: 'miraiMinds',
	name: 'Mirai Minds v1',
	aliases: ['Mirai'],
	trigger: {
		credentialType: 'miraiMindsApi',
		events,
		notice:
			'Publish the workflow, then give the production URL of this node as callbackUrl with each call that you place, for example in the Voice Call node: Mirai Minds v1 has no place to register it. Public and private key are in the organization settings of Mirai Minds. For the API with a bearer token choose Mirai Minds v2 instead. <a href="https://docs.miraiminds.co/developers/webhook-signature" target="_blank">Mirai Minds docs</a>',
		options: [],
		acknowledgement: { received: true },
		afterRefusal: 'Mirai Minds v1 does not document what it does after a 401.',
		repeatOf,
		scheme: () => scheme,
		secrets: (credential) => pairSecrets(keyPairs(credential)),
		credentialProblem: keyPairsProblem,
		mistakes: keyPairMistakes,
		readEvent,
	},
	action: calls,
};
