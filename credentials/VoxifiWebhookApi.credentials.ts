import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/** The secret that Voxifi signs the deliveries of an endpoint with. Used by the Voice Call Trigger. */
export class VoxifiWebhookApi implements ICredentialType {
	name = 'voxifiWebhookApi';

	displayName = 'Voxifi Webhook API';

	icon = {
		light: 'file:../nodes/providers/voxifi/voxifi.svg',
		dark: 'file:../nodes/providers/voxifi/voxifi.dark.svg',
	} as const;

	documentationUrl = 'https://docs.voxifi.io/webhooks/security.html';

	properties: INodeProperties[] = [
		{
			displayName: 'Signing Secret',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'In Voxifi under Integrations &gt; Webhooks, shown once. Only a test event shows whether it is right.',
			description:
				'The secret that Voxifi shows once, when the endpoint is created under Integrations &gt; Webhooks. If it is lost, Regenerate Secret there makes a new one.',
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
