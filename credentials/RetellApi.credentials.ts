import type { IAuthenticateGeneric, ICredentialType, INodeProperties } from 'n8n-workflow';

/**
 * An API key of a Retell AI workspace, for calls and for events alike: Retell signs its webhooks with the key
 * that has the webhook badge. Used by both nodes.
 */
export class RetellApi implements ICredentialType {
	name = 'retellApi';

	displayName = 'Retell AI API';

	icon = {
		light: 'file:../nodes/providers/retell/retell.svg',
		dark: 'file:../nodes/providers/retell/retell.dark.svg',
	} as const;

	documentationUrl = 'https://docs.retellai.com/features/secure-webhook';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'In Retell AI under Settings &gt; API Keys. To receive events, the key with the webhook badge; for calls alone, any.',
			description:
				'Calls are placed with this key. Retell signs its events with the key that has the webhook badge, so keep it to yourself.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.retellai.com',
			description: 'Where the API is. There is no need to change it.',
		},
		{
			displayName: 'Previous API Key',
			name: 'previousApiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'Leave it empty, except while the webhook badge moves to another key',
			description:
				'For events only: the key that had the webhook badge before, so that events signed before the change are still accepted. Empty it afterwards.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.apiKey}}' } },
	};
}
