import type { IAuthenticateGeneric, ICredentialType, INodeProperties } from 'n8n-workflow';

const publicKey: INodeProperties = {
	displayName: 'Public Key',
	name: 'publicKey',
	type: 'string',
	default: '',
	placeholder: 'e.g. pk_ and 32 hexadecimal digits',
	description: 'From the organization settings of Mirai Minds; the v2 API has none',
};

const privateKey: INodeProperties = {
	displayName: 'Private Key',
	name: 'privateKey',
	type: 'string',
	typeOptions: { password: true },
	default: '',
	placeholder: 'e.g. sk_ and 64 hexadecimal digits',
	description: 'The secret key beside the public key. Enter all of it: sk_ is part of the secret.',
};

/**
 * The key pair of a Mirai Minds organization: signs in to the v1 API and signs its webhooks. Used by
 * the Voice Call node (own pair) and the Voice Call Trigger (all pairs).
 */
export class MiraiMindsApi implements ICredentialType {
	name = 'miraiMindsApi';

	displayName = 'Mirai Minds V1 API';

	icon = {
		light: 'file:../nodes/providers/miraiMinds/miraiMinds.svg',
		dark: 'file:../nodes/providers/miraiMinds/miraiMinds.dark.svg',
	} as const;

	documentationUrl = 'https://docs.miraiminds.co/developers/webhook-signature';

	properties: INodeProperties[] = [
		{
			...publicKey,
			required: true,
			hint: 'In the organization settings of Mirai Minds. Only a test event shows whether they are right.',
		},
		{ ...privateKey, required: true },
		{
			displayName: 'Workspace',
			name: 'workspace',
			type: 'string',
			default: '',
			hint: 'Not needed to receive events',
			description:
				'The ID of the workspace that calls are placed in. The trigger does not need it.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.voice-agents.miraiminds.co',
			description: 'Where the v1 API is. Change it only if Mirai Minds gave you another address.',
		},
		{
			displayName: 'Additional Key Pairs',
			name: 'additionalKeyPairs',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			default: {},
			placeholder: 'Add Key Pair',
			description:
				'Pairs of other organizations, or new keys before a change, whose webhooks the trigger accepts as well. Calls are placed with the pair above.',
			options: [{ displayName: 'Pairs', name: 'pairs', values: [publicKey, privateKey] }],
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: {
			headers: {
				'x-public-key': '={{$credentials.publicKey}}',
				'x-private-key': '={{$credentials.privateKey}}',
				workspace: '={{$credentials.workspace}}',
			},
		},
	};
}
