import type { Provider } from '../common/provider';
import { appIdMistakes, appIdProblem, appIdSecrets } from './appId';
import { calls } from './appKeys.connection';
import { readEvent, repeatOf } from './events';
import { events } from './eventTypes';
import { live } from './liveRequests';
import { scheme } from './scheme';

export const enableX: Provider = {
	id: 'enableX',
	name: 'EnableX',
	trigger: {
		credentialType: 'enableXApi',
		events,
		notice:
			'Publish the workflow, then give EnableX the first production URL of this node: as event_url with each call you place, and in the EnableX portal for the numbers that take calls. EnableX encrypts events with the App ID (My Projects &gt; Settings &gt; API Keys) but does not sign them: whoever knows the App ID can forge one, and a recorded one can be sent again. Keep the URL secret, and set an IP allowlist if you can. <a href="https://developer.enablex.io/docs/guides/voice-guide/handle-webhook/index/" target="_blank">EnableX docs</a>',
		options: [
			{
				displayName: 'Accept Plaintext',
				name: 'acceptPlaintext',
				type: 'boolean',
				default: false,
				description:
					'Whether to accept events that are not encrypted. Warning: anyone who knows the URL can then forge events, because nothing proves who sent them. Turn this on only if EnableX sends your project plain events.',
			},
		],
		acknowledgement: {},
		otherAcknowledgement: {},
		afterRefusal: 'EnableX does not document what it does after a 401.',
		repeatOf,
		scheme: ({ acceptPlaintext }) => scheme(acceptPlaintext),
		secrets: appIdSecrets,
		credentialProblem: appIdProblem,
		mistakes: appIdMistakes,
		readEvent,
		live,
	},
	action: calls,
};
