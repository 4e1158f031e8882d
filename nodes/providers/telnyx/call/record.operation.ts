import type { INodeProperties } from 'n8n-workflow';
import type { Operation } from '../../common/action';
import { choice } from '../../common/choice';
import { customFieldsIn } from '../../common/customFields';
import { additionalFields, customFields } from '../../common/fields';
import { filled } from '../../common/text';
import { wholeNumber } from '../../common/wholeNumber';
import { yesOrNo } from '../../common/yesOrNo';
import { callField, commandTo, liveCommand } from './command';
import { CHANNEL_CHOICES, CHANNELS } from './fields';

const format: INodeProperties = {
	displayName: 'Format',
	name: 'format',
	type: 'options',
	options: [
		{ name: 'MP3', value: 'mp3' },
		{ name: 'WAV', value: 'wav' },
	],
	default: 'mp3',
	description: 'What kind of file it becomes',
};

const channels: INodeProperties = {
	displayName: 'Channels',
	name: 'channels',
	type: 'options',
	options: CHANNEL_CHOICES,
	default: 'single',
	description: 'How the sides of the call are recorded',
};

const optional: INodeProperties[] = [
	customFields,
	{
		displayName: 'Max Length (Seconds)',
		name: 'maxLength',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 14400 },
		default: 0,
		description: 'When recording stops at the latest; 0 for the end of the call',
	},
	{
		displayName: 'Play Beep',
		name: 'playBeep',
		type: 'boolean',
		default: false,
		description: 'Whether a beep is heard when recording begins',
	},
	{
		displayName: 'Transcription',
		name: 'transcription',
		type: 'boolean',
		default: false,
		description:
			'Whether to write down the recording afterwards. It comes with the event call.recording.transcription.saved.',
	},
];

/**
 * Starts to record a live call. The file comes with the event `call.recording.saved`.
 *
 * @see https://developers.telnyx.com/api-reference/call-commands/recording-start
 */
export const record: Operation = {
	...liveCommand,
	name: 'record',
	fields: [callField, format, channels, additionalFields(optional)],
	request: (read) => {
		const more = (field: string) => read(`additionalFields.${field}`);
		const request = commandTo(read, 'record_start', {
			format: choice(read('format'), 'Format', ['mp3', 'wav']),
			channels: choice(read('channels'), 'Channels', CHANNELS),
			...filled({
				max_length: wholeNumber(more('maxLength'), 'Max Length', { from: 0, to: 14_400 }),
				play_beep: yesOrNo(more('playBeep'), 'Play Beep'),
				transcription: yesOrNo(more('transcription'), 'Transcription'),
			}),
		});
		return { ...request, ...customFieldsIn(read) };
	},
};
