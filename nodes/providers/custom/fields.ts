import type { INodeProperties } from 'n8n-workflow';
import { ownFields } from './ownFields';
import { pathFields } from './pathFields';

const signed = { show: { customShape: ['gitHub', 'own', 'plain', 'slack', 'stripe'] } };

/** How the platform signs, in the words of its page; names of parameters start with `custom`. */
export const fields: INodeProperties[] = [
	{
		displayName: 'Signature Format',
		name: 'customShape',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Custom', value: 'own', description: 'Describe every part below' },
			{
				name: 'GitHub Style',
				value: 'gitHub',
				description: 'X-Hub-Signature-256: sha256= and the hexadecimal HMAC of the body',
			},
			{
				name: 'Plain',
				value: 'plain',
				description: 'A header with nothing but the hexadecimal HMAC of the body',
			},
			{
				name: 'Shared Secret',
				value: 'sharedSecret',
				description:
					'A header with the secret itself. It says who sends, and nothing about what is sent.',
			},
			{
				name: 'Slack Style',
				value: 'slack',
				description: 'Header value: v0= and the hexadecimal HMAC of v0:{timestamp}:{body}',
			},
			{
				name: 'Stripe Style',
				value: 'stripe',
				description: 'Header value: t= and v1=, an HMAC over {timestamp}.{body}',
			},
		],
		default: 'plain',
		description: 'How the platform signs its webhooks',
	},
	{
		displayName: 'Signature Header',
		name: 'customHeader',
		type: 'string',
		noDataExpression: true,
		default: '',
		placeholder: 'e.g. X-Signature',
		description:
			'The header that the signature (or the shared secret) stands in. Leave it empty for the usual header of that style.',
	},
	...ownFields,
	{
		displayName: 'Secret Encoding',
		name: 'customKey',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Base64',
				value: 'base64',
				description: 'The secret is written in base64. A whsec_ in front is left out.',
			},
			{
				name: 'Hexadecimal',
				value: 'hex',
				description: 'The secret is written in hexadecimal digits',
			},
			{ name: 'Text', value: 'text', description: 'The secret is used as it is' },
		],
		default: 'text',
		displayOptions: signed,
		description: 'How the secret in the credential is written',
	},
	...pathFields,
];
