import type { INodeProperties } from 'n8n-workflow';

/** What differs among the senders of Standard Webhooks. */
export const fields: INodeProperties[] = [
	{
		displayName: 'Header Names',
		name: 'standardWebhooksHeaders',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Svix',
				value: 'svix',
				description: 'The headers svix-ID, svix-timestamp and svix-signature',
			},
			{
				name: 'Standard',
				value: 'webhook',
				description: 'The headers webhook-ID, webhook-timestamp and webhook-signature',
			},
		],
		default: 'webhook',
		description: 'How the headers of your provider begin. Senders that use Svix may use either.',
	},
	{
		displayName: 'Key Type',
		name: 'standardWebhooksKey',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Public Key',
				value: 'whpk',
				description:
					'Starts with whpk_. The provider signs with a private key: Ed25519, v1a in the header.',
			},
			{
				name: 'Secret',
				value: 'whsec',
				description: 'Starts with whsec_. Both sides know it: HMAC-SHA256, v1 in the header.',
			},
		],
		default: 'whsec',
		description: 'What your provider gave you: see how it starts',
	},
];
