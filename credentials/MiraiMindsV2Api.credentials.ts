import type { IAuthenticateGeneric, ICredentialType, INodeProperties } from 'n8n-workflow';

/**
 * The secret key of a workspace at Mirai Minds v2 for calls, and the secret that its webhooks are signed with,
 * for events. Either may be left empty. Used by both nodes.
 */
export class MiraiMindsV2Api implements ICredentialType {
	name = 'miraiMindsV2Api';

	displayName = 'Mirai Minds V2 API';

	icon = {
		light: 'file:../nodes/providers/miraiMindsV2/miraiMindsV2.svg',
		dark: 'file:../nodes/providers/miraiMindsV2/miraiMindsV2.dark.svg',
	} as const;

	documentationUrl = 'https://github.com/MiraiMinds/docs';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'For calls. Not needed to receive events.',
			description:
				'The secret key of the workspace, which starts with sk_live_: in the console under Developers',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://sandbox.voice.miraiminds.co',
			description:
				'Where the API is: the host that came with your key, e.g. https://prod.voice.miraiminds.co. Calls ring and cost money on all of them, the sandbox too.',
		},
		{
			displayName: 'Signing Secret',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'For events. Shown once for the workspace, starts with whsec_. Only a test event shows whether it is right.',
			description:
				'The webhook secret of the workspace. Enter all of it: whsec_ is part of the secret.',
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

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.apiKey}}' } },
	};
}
