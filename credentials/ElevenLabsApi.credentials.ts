import type { IAuthenticateGeneric, ICredentialType, INodeProperties } from 'n8n-workflow';

/**
 * The API key of an ElevenLabs workspace for calls, and the secrets that prove events and live requests. Either
 * half may be left empty. Used by both nodes.
 */
export class ElevenLabsApi implements ICredentialType {
	name = 'elevenLabsApi';

	displayName = 'ElevenLabs Agents API';

	icon = {
		light: 'file:../nodes/providers/elevenLabs/elevenLabs.svg',
		dark: 'file:../nodes/providers/elevenLabs/elevenLabs.dark.svg',
	} as const;

	documentationUrl = 'https://elevenlabs.io/docs/eleven-api/resources/webhooks';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'For calls. Not needed to receive events.',
			description:
				'An API key of the workspace. One with scopes needs those to read and to write ElevenAgents (CONVAI_READ, CONVAI_WRITE).',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.elevenlabs.io',
			description:
				'Where the API is: another address with data residency, e.g. https://api.eu.residency.elevenlabs.io',
		},
		{
			displayName: 'Signing Secret',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'For events: in ElevenLabs under Settings &gt; Webhooks, shown once. Only a test event shows whether it is right.',
			description: 'The secret that ElevenLabs shows once, when the webhook is created',
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
			hint: 'Only for live requests: make one up, and enter it in ElevenLabs as well',
			description:
				'What live requests show in the header x-voice-call-secret: set that header of the conversation initiation webhook and of the tools. It says who sends, and nothing about what is sent.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { 'xi-api-key': '={{$credentials.apiKey}}' } },
	};
}
