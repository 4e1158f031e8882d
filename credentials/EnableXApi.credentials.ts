import type { IAuthenticateGeneric, ICredentialType, INodeProperties } from 'n8n-workflow';

/**
 * An EnableX project. The Voice Call Trigger decrypts with the App ID, the Voice Call node
 * signs in with App ID and App Key.
 */
export class EnableXApi implements ICredentialType {
	name = 'enableXApi';

	displayName = 'EnableX API';

	icon = {
		light: 'file:../nodes/providers/enableX/enableX.svg',
		dark: 'file:../nodes/providers/enableX/enableX.dark.svg',
	} as const;

	documentationUrl = 'https://developer.enablex.io/voice/authentication.html';

	properties: INodeProperties[] = [
		{
			displayName: 'App ID',
			name: 'appId',
			type: 'string',
			default: '',
			required: true,
			hint: 'In the EnableX portal under My Projects &gt; Settings &gt; API Keys. Only a test event shows whether it is right.',
			description:
				'The App ID of your project, in the EnableX portal under My Projects &gt; Settings &gt; API Keys. Webhooks are encrypted with it, so keep it to yourself.',
		},
		{
			displayName: 'App Key',
			name: 'appKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'Not needed to receive events',
			description:
				'The App Key beside the App ID. Needed to place and end calls; the trigger does not need it.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.enablex.io',
			description: 'Where the API is. Change it only if EnableX gave you another address.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: {
			auth: {
				username: '={{$credentials.appId}}',
				password: '={{$credentials.appKey}}',
			},
		},
	};
}
