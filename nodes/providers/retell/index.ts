import type { Provider } from '../common/provider';
import { calls } from './apiKey.connection';
import { events, readEvent, repeatOf } from './events';
import { live } from './liveRequests';
import { keyProblem, keys } from './keys';
import { scheme } from './scheme';

export const retell: Provider = {
	id: 'retell',
	name: 'Retell AI',
	aliases: ['Retell'],
	trigger: {
		credentialType: 'retellApi',
		events,
		notice:
			'In Retell AI, open Settings &gt; Webhooks (or the webhook URL of an agent), paste the first production URL of this node, and copy the API key with the webhook badge into the credential, as API Key: Retell signs its events with it. Then publish the workflow. <a href="https://docs.retellai.com/features/secure-webhook" target="_blank">Retell AI docs</a>',
		options: [],
		defaultTolerance: 300,
		acknowledgement: { received: true },
		afterRefusal:
			'Retell names no status as final: an event that was refused may come up to three times more.',
		scheme: ({ timestampTolerance }) => scheme(timestampTolerance),
		secrets: keys,
		credentialProblem: keyProblem,
		readEvent,
		repeatOf,
		live,
	},
	action: calls,
};
