import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/** The public key that proves what Telnyx signed. Used by the Voice Call Trigger. */
export class TelnyxApi implements ICredentialType {
	name = 'telnyxApi';

	displayName = 'Telnyx API';

	icon = {
		light: 'file:../nodes/providers/telnyx/telnyx.svg',
		dark: 'file:../nodes/providers/telnyx/telnyx.dark.svg',
	} as const;

	documentationUrl =
		'https://developers.telnyx.com/development/api-fundamentals/webhooks/receiving-webhooks';

	properties: INodeProperties[] = [
		{
			displayName: 'Public Key',
			name: 'publicKey',
			type: 'string',
			default: '',
			required: true,
			hint: 'In the Telnyx portal under Account Settings &gt; Keys &amp; Credentials &gt; Public Key. It is not a secret.',
			description:
				'The public key of the account, in base64. Telnyx signs with the private key beside it, which nobody else has.',
		},
		{
			displayName: 'Previous Public Key',
			name: 'previousPublicKey',
			type: 'string',
			default: '',
			hint: 'Leave it empty, except while you change it',
			description:
				'Only while the key changes: the old one, so that events signed before the change are still accepted. Empty it afterwards.',
		},
	];
}
