import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/** The secret that Vapi signs its server messages with, or shows. Used by the Voice Call Trigger. */
export class VapiApi implements ICredentialType {
	name = 'vapiApi';

	displayName = 'Vapi API';

	icon = {
		light: 'file:../nodes/providers/vapi/vapi.svg',
		dark: 'file:../nodes/providers/vapi/vapi.dark.svg',
	} as const;

	documentationUrl = 'https://docs.vapi.ai/server-url/server-authentication';

	properties: INodeProperties[] = [
		{
			displayName: 'Signing Secret',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'The one that you entered in Vapi. Only a test event proves it right.',
			description: 'The secret of the server credential that you made in Vapi',
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
