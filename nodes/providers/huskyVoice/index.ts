import type { Provider } from '../common/provider';
import { byEventId } from '../common/repeat';
import { signingSecretProblem, signingSecrets } from '../common/signingSecret';
import { calls } from './connections';
import { events, readEvent } from './events';
import { scheme } from './scheme';

export const huskyVoice: Provider = {
	id: 'huskyVoice',
	name: 'HuskyVoice AI',
	trigger: {
		credentialType: 'huskyVoiceWebhookApi',
		events,
		notice:
			'In HuskyVoice, open Integrations &gt; Webhook (Outbound), paste the production URL of this node, tick the events, and copy the Webhook Secret into the credential. Then publish the workflow. <a href="https://docs.huskyvoice.ai/api/auth-setup/" target="_blank">HuskyVoice docs</a>',
		options: [],
		acknowledgement: { received: true },
		afterRefusal: 'HuskyVoice does not document what it does after a 401.',
		repeatOf: byEventId,
		scheme: () => scheme,
		secrets: signingSecrets,
		credentialProblem: signingSecretProblem,
		readEvent,
	},
	action: calls,
};
