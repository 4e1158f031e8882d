import type { IAuthenticateGeneric, ICredentialType, INodeProperties } from 'n8n-workflow';

/**
 * A key of a Telnyx account for calls, and the public key that proves what Telnyx signed. Either may be left
 * empty. Used by both nodes.
 */
export class TelnyxApi implements ICredentialType {
	name = 'telnyxApi';

	displayName = 'Telnyx API';

	icon = {
		light: 'file:../nodes/providers/telnyx/telnyx.svg',
		dark: 'file:../nodes/providers/telnyx/telnyx.dark.svg',
	} as const;

	documentationUrl =
		'https://developers.telnyx.com/development/api-fundamentals/webhooks/receiving-webhooks';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'For calls. Not needed to receive events.',
			description: 'A key of the account, from the Telnyx portal under API Keys',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.telnyx.com/v2',
			description: 'Where the API is',
		},
		{
			displayName: 'Public Key',
			name: 'publicKey',
			type: 'string',
			default: '',
			hint: 'For events. In the Telnyx portal under Account Settings &gt; Keys &amp; Credentials &gt; Public Key. It is not a secret.',
			description:
				'The public key of the account, in base64. Telnyx signs with the private key beside it, which nobody else has.',
		},
		{
			displayName: 'Previous Public Key',
			name: 'previousPublicKey',
			type: 'string',
			default: '',
			hint: 'Leave it empty, except while you change it',
			description:
				'Only while the key changes: the old one, so that events signed before the change are still accepted. Empty it afterwards.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.apiKey}}' } },
	};
}
