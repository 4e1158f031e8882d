import type { INodeProperties } from 'n8n-workflow';
import { outputFileField } from '../../providers/common/fields';

/** The binary field that n8n's own nodes look into. */
export const DEFAULT_FIELD = 'data';

/** Raw output stays as the provider sent it. */
const displayOptions = { hide: { '/output': ['raw'] } };

/** The options for providers whose events carry audio. */
export const audioOptions: readonly INodeProperties[] = [
	{
		displayName: 'Audio as File',
		name: 'audioAsFile',
		type: 'boolean',
		default: true,
		displayOptions,
		description:
			'Whether the audio that an event carries comes as a file (binary data) instead of as base64 text in the payload',
	},
	{
		...outputFileField,
		required: false,
		displayOptions,
		description: 'The binary field that the audio of an event comes in',
	},
];
