import type { IAuthenticateGeneric, ICredentialType, INodeProperties } from 'n8n-workflow';

/**
 * A key of an Ultravox account for calls, and the secrets that prove its webhooks and live requests. Each may
 * be left empty. Used by both nodes.
 */
export class UltravoxApi implements ICredentialType {
	name = 'ultravoxApi';

	displayName = 'Ultravox API';

	icon = {
		light: 'file:../nodes/providers/ultravox/ultravox.svg',
		dark: 'file:../nodes/providers/ultravox/ultravox.dark.svg',
	} as const;

	documentationUrl = 'https://docs.ultravox.ai/webhooks/securing-webhooks';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'For calls, and for Register the Webhook. Not needed to receive events.',
			description: 'A key of the account, from the console of Ultravox',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.ultravox.ai/api',
			description: 'Where the API is',
		},
		{
			displayName: 'Signing Secret',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'For events. In Ultravox under Webhooks; for Register the Webhook make one up. Only a test event shows whether it is right.',
			description: 'The secret of the webhook: the one that you gave it, or that Ultravox made',
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
		{
			displayName: 'Live Request Secret',
			name: 'liveRequestSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'Only for live requests: make one up, and enter it in Ultravox as well',
			description:
				'What live requests show in the header x-voice-call-secret: set that header of the tools (headerApiKey). It says who sends, and nothing about what is sent.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { 'X-API-Key': '={{$credentials.apiKey}}' } },
	};
}
