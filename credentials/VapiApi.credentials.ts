import type { IAuthenticateGeneric, ICredentialType, INodeProperties } from 'n8n-workflow';

/**
 * The private key of a Vapi account for calls, and the secret that Vapi signs its server messages with, or
 * shows, for events. Either may be left empty. Used by both nodes.
 */
export class VapiApi implements ICredentialType {
	name = 'vapiApi';

	displayName = 'Vapi API';

	icon = {
		light: 'file:../nodes/providers/vapi/vapi.svg',
		dark: 'file:../nodes/providers/vapi/vapi.dark.svg',
	} as const;

	documentationUrl = 'https://docs.vapi.ai/server-url/server-authentication';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'For calls. Not needed to receive events.',
			description:
				'The private key of the account, in Vapi under Organization Settings &gt; API Keys',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.vapi.ai',
			description: 'Where the API is: https://api.eu.vapi.ai for an account in the EU',
		},
		{
			displayName: 'Signing Secret',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'For events: the one that you entered in Vapi. Only a test event shows whether it is right.',
			description: 'The secret of the server credential that you made in Vapi',
		},
		{
			displayName: 'Previous Signing Secret',
			name: 'previousSigningSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'Leave it empty, except while you change secrets',
			description:
				'Only while you change secrets: the old one, so that events signed before the change are still accepted. Empty it afterwards.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.apiKey}}' } },
	};
}
