import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/** The secret that HuskyVoice signs its outbound webhooks with. Used by the Voice Call Trigger. */
export class HuskyVoiceWebhookApi implements ICredentialType {
	name = 'huskyVoiceWebhookApi';

	displayName = 'HuskyVoice AI Webhook API';

	icon = {
		light: 'file:../nodes/providers/huskyVoice/huskyVoice.svg',
		dark: 'file:../nodes/providers/huskyVoice/huskyVoice.dark.svg',
	} as const;

	documentationUrl = 'https://docs.huskyvoice.ai/api/auth-setup/';

	properties: INodeProperties[] = [
		{
			displayName: 'Signing Secret',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'In HuskyVoice under Integrations &gt; Webhook (Outbound). Only a test event shows whether it is right.',
			description:
				'The Webhook Secret that HuskyVoice shows under Integrations &gt; Webhook (Outbound)',
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
}
