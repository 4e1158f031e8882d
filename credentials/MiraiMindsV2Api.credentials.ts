import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/** The secret that Mirai Minds v2 signs its webhooks with. Used by the Voice Call Trigger. */
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
			displayName: 'Signing Secret',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'Shown once for the workspace, starts with whsec_. Only a test event proves it right.',
			description:
				'The webhook secret of the workspace. Enter all of it: whsec_ is a part of the secret.',
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
