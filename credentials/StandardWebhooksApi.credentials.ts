import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/** The secret of a sender of Standard Webhooks. Used by the Voice Call Trigger. */
export class StandardWebhooksApi implements ICredentialType {
	name = 'standardWebhooksApi';

	displayName = 'Standard Webhooks API';

	icon = {
		light: 'file:../nodes/providers/standardWebhooks/standardWebhooks.svg',
		dark: 'file:../nodes/providers/standardWebhooks/standardWebhooks.dark.svg',
	} as const;

	documentationUrl = 'https://github.com/standard-webhooks/standard-webhooks';

	properties: INodeProperties[] = [
		{
			displayName: 'Signing Secret',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'Starts with whsec_ or whpk_. Only a test event shows whether it is right.',
			description:
				'The secret or the public key that the provider shows for the webhook, with its prefix',
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
