import type { INodeProperties } from 'n8n-workflow';

const hmac = { show: { vapiProof: ['hmac'] } };

/** What a server credential of Vapi leaves to the user; the defaults are Vapi's. */
export const fields: INodeProperties[] = [
	{
		displayName: 'Proved By',
		name: 'vapiProof',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Bearer Token',
				value: 'bearer',
				description:
					'The token in the Authorization header. It says who sends, and nothing about what is sent.',
			},
			{
				name: 'HMAC Signature',
				value: 'hmac',
				description: 'A server credential of the type HMAC: proves sender and content',
			},
			{
				name: 'X-Vapi-Secret',
				value: 'sharedSecret',
				description: 'The older server secret. It says who sends, and nothing about what is sent.',
			},
		],
		default: 'hmac',
		description: 'The type of the server credential in Vapi',
	},
	{
		displayName: 'Algorithm',
		name: 'vapiAlgorithm',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'SHA-1', value: 'hmac-sha1' },
			{ name: 'SHA-256', value: 'hmac-sha256' },
			{ name: 'SHA-512', value: 'hmac-sha512' },
		],
		default: 'hmac-sha256',
		displayOptions: hmac,
		description: 'As chosen in the credential in Vapi',
	},
	{
		displayName: 'Signature Header',
		name: 'vapiSignatureHeader',
		type: 'string',
		noDataExpression: true,
		default: 'x-signature',
		placeholder: 'e.g. x-signature',
		displayOptions: hmac,
		description: 'As entered in Vapi',
	},
	{
		displayName: 'Signature Prefix',
		name: 'vapiSignaturePrefix',
		type: 'string',
		noDataExpression: true,
		default: '',
		placeholder: 'e.g. sha256=',
		displayOptions: hmac,
		description: 'As entered in Vapi. Empty for none.',
	},
	{
		displayName: 'Signature Encoding',
		name: 'vapiSignatureEncoding',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Base64', value: 'base64' },
			{ name: 'Hexadecimal', value: 'hex' },
		],
		default: 'hex',
		displayOptions: hmac,
		description: 'As chosen in Vapi',
	},
	{
		displayName: 'Timestamp Header',
		name: 'vapiTimestampHeader',
		type: 'string',
		noDataExpression: true,
		default: 'x-timestamp',
		placeholder: 'e.g. x-timestamp',
		displayOptions: hmac,
		description: 'As entered in Vapi. Empty where Include Timestamp is off there.',
	},
	{
		displayName: 'Payload Format',
		name: 'vapiPayloadFormat',
		type: 'string',
		noDataExpression: true,
		default: '{timestamp}.{body}',
		placeholder: 'e.g. {timestamp}.{body}',
		displayOptions: hmac,
		description: 'As entered in Vapi: {body} and {timestamp} in their places',
	},
	{
		displayName: 'Secret Is Base64',
		name: 'vapiSecretIsBase64',
		type: 'boolean',
		noDataExpression: true,
		default: false,
		displayOptions: hmac,
		description: 'Whether the secret is decoded from base64 before it is used, as chosen in Vapi',
	},
];
