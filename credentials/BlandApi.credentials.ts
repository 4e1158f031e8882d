import type { IAuthenticateGeneric, ICredentialType, INodeProperties } from 'n8n-workflow';

/**
 * The API key of a Bland AI account for calls, and the secret that Bland signs its webhooks with for events.
 * Either may be left empty. Used by both nodes.
 */
export class BlandApi implements ICredentialType {
	name = 'blandApi';

	displayName = 'Bland AI API';

	icon = {
		light: 'file:../nodes/providers/bland/bland.svg',
		dark: 'file:../nodes/providers/bland/bland.dark.svg',
	} as const;

	documentationUrl = 'https://docs.bland.ai/tutorials/webhook-signing';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'For calls. Not needed to receive events.',
			description: 'The API key of the account, in Bland AI under Settings',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.bland.ai',
			description: 'Where the API is: another address for an enterprise with its own servers',
		},
		{
			displayName: 'Signing Secret',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'For events: in Bland AI under Account Settings &gt; Keys, shown once. Only a test event shows whether it is right.',
			description:
				'The webhook signing secret of the account. Replace Secret in Bland makes a new one at once.',
		},
		{
			displayName: 'Previous Signing Secret',
			name: 'previousSigningSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'Leave it empty, except while you change it',
			description:
				'Only while you change secrets: the old one, so that events signed before the change are still accepted. Empty it afterwards.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { authorization: '={{$credentials.apiKey}}' } },
	};
}
