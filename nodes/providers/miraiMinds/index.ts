import type { Provider } from '../common/provider';
import { calls } from './keyPair.connection';
import { readEvent, repeatOf } from './events';
import { events } from './eventTypes';
import { keyPairs, pairSecrets } from './keyPairs';
import { keyPairMistakes, keyPairsProblem } from './keyProblems';
import { scheme } from './scheme';

export const miraiMinds: Provider = {
	id: 'miraiMinds',
	name: 'Mirai Minds',
	trigger: {
		credentialType: 'miraiMindsApi',
		events,
		notice:
			'Publish the workflow, then give the production URL of this node as callbackUrl with each call that you place, for example in the Voice Call node: Mirai Minds has no place to register it. Public and private key are in the organization settings of Mirai Minds. <a href="https://docs.miraiminds.co/developers/webhook-signature" target="_blank">Mirai Minds docs</a>',
		options: [],
		acknowledgement: { received: true },
		afterRefusal: 'Mirai Minds does not document what it does after a 401.',
		repeatOf,
		scheme: () => scheme,
		secrets: (credential) => pairSecrets(keyPairs(credential)),
		credentialProblem: keyPairsProblem,
		mistakes: keyPairMistakes,
		readEvent,
	},
	action: calls,
};
