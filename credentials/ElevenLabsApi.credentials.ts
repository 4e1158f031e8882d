import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/** The secret of a workspace webhook of ElevenLabs. Used by the Voice Call Trigger. */
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
			displayName: 'Signing Secret',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'In ElevenLabs under Settings &gt; Webhooks, shown once. Only a test event proves it right.',
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
			hint: 'Only for live requests: make one up, and enter it there as well',
			description:
				'What live requests show in the header x-voice-call-secret: set that header of the conversation initiation webhook and of the tools. It says who sends, and nothing about what is sent.',
		},
	];
}
