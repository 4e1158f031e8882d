import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/** The secret that Bland AI signs its webhooks with. Used by the Voice Call Trigger. */
export class BlandApi implements ICredentialType {
	name = 'blandApi';

	displayName = 'Bland AI API';

	icon = {
		light: 'file:../nodes/providers/bland/bland.svg',
		dark: 'file:../nodes/providers/bland/bland.dark.svg',
	} as const;

	documentationUrl = 'https://docs.bland.ai/tutorials/webhook-signing';

	properties: INodeProperties[] = [
		{
			displayName: 'Signing Secret',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'In Bland AI under Account Settings &gt; Keys, shown once. Only a test event proves it right.',
			description:
				'The webhook signing secret of the account. Replace Secret in Bland makes a new one at once.',
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
	];
}
