import type { Provider } from '../common/provider';
import { signingSecretProblem, signingSecrets } from '../common/signingSecret';
import { calls } from './apiKey.connection';
import { events, readEvent, repeatOf } from './events';
import { fields } from './fields';
import { live } from './liveRequests';
import { DEFAULT_TOLERANCE_SECONDS, scheme } from './scheme';

export const vapi: Provider = {
	id: 'vapi',
	name: 'Vapi',
	trigger: {
		credentialType: 'vapiApi',
		events,
		notice:
			'In Vapi, create a server credential of the type HMAC under Integrations &gt; Server Configuration. Enter its settings below, and its secret into the credential of this node, as Signing Secret. Then set the first production URL of this node as server URL of the assistant, the phone number or the organization, with that server credential, and publish the workflow. <a href="https://docs.vapi.ai/server-url/server-authentication" target="_blank">Vapi docs</a>',
		fields,
		options: [],
		defaultTolerance: DEFAULT_TOLERANCE_SECONDS,
		acknowledgement: {},
		afterRefusal:
			'Vapi does not repeat anything, unless a backoff plan is set: then every status that is not excluded there.',
		scheme,
		secrets: signingSecrets,
		credentialProblem: signingSecretProblem,
		readEvent,
		repeatOf,
		live,
	},
	action: calls,
};
