import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/** The secret of a platform that this package does not list. Used by the Voice Call Trigger. */
export class CustomWebhookApi implements ICredentialType {
	name = 'customWebhookApi';

	displayName = 'Other Webhook API';

	icon = {
		light: 'file:../nodes/providers/custom/custom.svg',
		dark: 'file:../nodes/providers/custom/custom.dark.svg',
	} as const;

	documentationUrl = 'https://www.npmjs.com/package/n8n-nodes-voice-call';

	properties: INodeProperties[] = [
		{
			displayName: 'Signing Secret',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'Only a test event shows whether it is right',
			description: 'The secret, or the public key, that your provider shows for the webhook',
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
