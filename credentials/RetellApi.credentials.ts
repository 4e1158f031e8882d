import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/** The API key that Retell signs its webhooks with. Used by the Voice Call Trigger. */
export class RetellApi implements ICredentialType {
	name = 'retellApi';

	displayName = 'Retell AI API';

	icon = {
		light: 'file:../nodes/providers/retell/retell.svg',
		dark: 'file:../nodes/providers/retell/retell.dark.svg',
	} as const;

	documentationUrl = 'https://docs.retellai.com/features/secure-webhook';

	properties: INodeProperties[] = [
		{
			displayName: 'Signing Secret',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'In Retell AI under Settings &gt; API Keys: the key with the webhook badge. Only a test event proves it right.',
			description:
				'The API key that has the webhook badge. Retell signs its webhooks with that key, so keep it to yourself.',
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
