import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ReadParameter } from '../../common/action';
import { choice } from '../../common/choice';
import { jsonObject, nonEmpty } from '../../common/jsonObject';
import { filled } from '../../common/text';
import { wholeNumber } from '../../common/wholeNumber';
import { clientStateOf } from '../clientState';

/** What Telnyx gives back with the events of a call. */
export const metadataField: INodeProperties = {
	displayName: 'Metadata (JSON)',
	name: 'metadata',
	type: 'json',
	default: '{}',
	placeholder: 'e.g. {"order": "7"}',
	description:
		'A JSON object that Telnyx gives back with every event of the call: call.metadata of the Voice Call Trigger (client_state)',
};

/** The metadata of the form as `client_state`. */
export function clientStateIn(read: ReadParameter): string | undefined {
	const metadata = jsonObject(read('additionalFields.metadata'), 'Metadata (JSON)');
	return clientStateOf(nonEmpty(metadata));
}

export const CHANNELS = ['single', 'dual'] as const;

/** How the form offers them. */
export const CHANNEL_CHOICES = [
	{ name: 'Dual', value: 'dual', description: 'Each side on a channel of its own' },
	{ name: 'Single', value: 'single', description: 'Both sides on one channel' },
];

/** Whether a call is recorded from the moment that somebody picks up. */
export const recordFields: INodeProperties[] = [
	{
		displayName: 'Record',
		name: 'record',
		type: 'options',
		options: [
			{ name: 'As MP3', value: 'mp3' },
			{ name: 'As WAV', value: 'wav' },
			{ name: 'No', value: 'no' },
		],
		default: 'mp3',
		description:
			'Whether to record the call from when somebody picks up, and in which form. The file comes with the event call.recording.saved.',
	},
	{
		displayName: 'Record Channels',
		name: 'recordChannels',
		type: 'options',
		options: CHANNEL_CHOICES,
		default: 'single',
		description: 'How the sides of the call are recorded',
	},
];

/** The members of a request that record the call from the answer on. */
export function recordIn(read: ReadParameter): IDataObject {
	const format = choice(read('additionalFields.record'), 'Record', ['no', 'mp3', 'wav']);
	if (format === 'no') return {};
	const channels = read('additionalFields.recordChannels');
	return {
		record: 'record-from-answer',
		record_format: format,
		...filled({
			record_channels: channels === '' ? '' : choice(channels, 'Record Channels', CHANNELS),
		}),
	};
}

/** The name that a phone shows. */
export const callerNameField: INodeProperties = {
	displayName: 'Caller Name',
	name: 'fromDisplayName',
	type: 'string',
	default: '',
	placeholder: 'e.g. Example Ltd',
	description:
		'The name that is shown with the number: up to 128 letters, digits, spaces and -_~!.+',
};

export const transcriptionField: INodeProperties = {
	displayName: 'Transcription',
	name: 'transcription',
	type: 'boolean',
	default: false,
	description:
		'Whether to write down what is said while it is said. It comes with events call.transcription.',
};

/** How long a call may ring and last. */
export const limitFields: INodeProperties[] = [
	{
		displayName: 'Time Limit (Seconds)',
		name: 'timeLimitSecs',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 14400 },
		default: 14400,
		description: 'When the call is ended at the latest, after somebody picked up',
	},
	{
		displayName: 'Timeout (Seconds)',
		name: 'timeoutSecs',
		type: 'number',
		typeOptions: { minValue: 5, maxValue: 600 },
		default: 30,
		description: 'How long it may ring',
	},
];

/** The members of a request that limit a call. */
export function limitsIn(read: ReadParameter): IDataObject {
	const limit = (field: string, label: string, from: number, to: number) =>
		wholeNumber(read(`additionalFields.${field}`), label, { from, to });
	return filled({
		timeout_secs: limit('timeoutSecs', 'Timeout', 5, 600),
		time_limit_secs: limit('timeLimitSecs', 'Time Limit', 1, 14_400),
	});
}
