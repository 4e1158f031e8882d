import type { INodeProperties } from 'n8n-workflow';

const own = { show: { customShape: ['own'] } };
const timed = { show: { customShape: ['own', 'slack'] } };

/** For a scheme of which every part is described. */
export const ownFields: INodeProperties[] = [
	{
		displayName: 'Prefix',
		name: 'customPrefix',
		type: 'string',
		noDataExpression: true,
		default: '',
		placeholder: 'e.g. sha256=',
		displayOptions: { show: { customShape: ['own', 'sharedSecret'] } },
		description: 'What stands right before the signature in its header, e.g. sha256= or v1=',
	},
	{
		displayName: 'Separator',
		name: 'customSeparator',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Comma', value: ',', description: 'A list, e.g. t=1700000000,v1=5257a8' },
			{ name: 'None', value: '', description: 'The header holds nothing else' },
			{ name: 'Space', value: ' ', description: 'A list, e.g. v1,K5oZ... v1,g0hM...' },
		],
		default: '',
		displayOptions: own,
		description: 'What stands between the parts of the header, if it has several',
	},
	{
		displayName: 'Algorithm',
		name: 'customAlgorithm',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Ed25519', value: 'ed25519', description: 'The credential holds the public key' },
			{ name: 'HMAC-SHA1', value: 'hmac-sha1' },
			{ name: 'HMAC-SHA256', value: 'hmac-sha256' },
			{ name: 'HMAC-SHA512', value: 'hmac-sha512' },
		],
		default: 'hmac-sha256',
		displayOptions: own,
		description: 'How the signature is made',
	},
	{
		displayName: 'Signature Encoding',
		name: 'customEncoding',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Base64', value: 'base64' },
			{ name: 'Hexadecimal', value: 'hex' },
		],
		default: 'hex',
		displayOptions: own,
		description: 'How the signature is written in its header',
	},
	{
		displayName: 'Signed Text',
		name: 'customSigned',
		type: 'string',
		noDataExpression: true,
		default: '{body}',
		placeholder: 'e.g. {timestamp}.{body}',
		displayOptions: own,
		description:
			'What is signed: {body} for the raw body, {timestamp} and {ID} for what stands in their headers, \\n for a line feed. Everything else is taken literally.',
	},
	{
		displayName: 'Timestamp Header',
		name: 'customTimestampHeader',
		type: 'string',
		noDataExpression: true,
		default: '',
		placeholder: 'e.g. X-Timestamp',
		displayOptions: timed,
		description: 'The header that the signed timestamp stands in. Empty for none.',
	},
	{
		displayName: 'Timestamp Prefix',
		name: 'customTimestampPrefix',
		type: 'string',
		noDataExpression: true,
		default: '',
		placeholder: 'e.g. t=',
		displayOptions: own,
		description:
			'What stands right before the timestamp, where it is a part of a list in that header',
	},
	{
		displayName: 'Timestamp Unit',
		name: 'customTimestampUnit',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'ISO 8601', value: 'iso8601', description: 'Such as 2026-01-15T12:00:00Z' },
			{ name: 'Milliseconds', value: 'ms', description: 'Such as 1700000000000' },
			{ name: 'Seconds', value: 's', description: 'Such as 1700000000' },
		],
		default: 's',
		displayOptions: own,
		description: 'How the timestamp is written',
	},
	{
		displayName: 'ID Header',
		name: 'customIdHeader',
		type: 'string',
		noDataExpression: true,
		default: '',
		placeholder: 'e.g. X-Webhook-ID',
		displayOptions: own,
		description: 'The header of a signed ID, which is the same when an event is sent again',
	},
];
