import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/** The secret of a webhook of Ultravox. Used by the Voice Call Trigger. */
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
			displayName: 'Signing Secret',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'In Ultravox under Webhooks. Only a test event proves it right.',
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
			hint: 'Only for live requests: make one up, and enter it there as well',
			description:
				'What live requests show in the header x-voice-call-secret: set that header of the tools (headerApiKey). It says who sends, and nothing about what is sent.',
		},
	];
}
