import type { INodeProperties } from 'n8n-workflow';
import { eventsUrlField, WITHOUT_URL } from '../../common/eventsUrl';
import { additionalFields, customFields } from '../../common/fields';
import { applicationField, assistantField, ownNumberField } from '../lists';
import { assistantOptions } from './assistant';
import {
	callerNameField,
	limitFields,
	metadataField,
	recordFields,
	transcriptionField,
} from './fields';

const to: INodeProperties = {
	displayName: 'To',
	name: 'to',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +14155550123',
	description:
		'The number to call, with a plus and the country code; blanks, dashes and parentheses are removed. Or a SIP address, e.g. sip:alex@sip.telnyx.com.',
};

const optional: INodeProperties[] = [
	{
		displayName: 'Answering Machine Detection',
		name: 'answeringMachineDetection',
		type: 'options',
		options: [
			{ name: 'Detect', value: 'detect', description: 'Person or machine' },
			{
				name: 'Detect Beep',
				value: 'detect_beep',
				description: 'And the beep of a machine, if there is one',
			},
			{
				name: 'Detect Words',
				value: 'detect_words',
				description: 'And the end of a machine’s greeting, by its words',
			},
			{ name: 'Disabled', value: 'disabled' },
			{
				name: 'Greeting End',
				value: 'greeting_end',
				description: 'And the end of a machine’s greeting, by a beep or silence',
			},
			{
				name: 'Premium',
				value: 'premium',
				description: 'With more kinds of results, e.g. a business or a fax; costs more',
			},
		],
		default: 'detect',
		description:
			'Whether Telnyx finds out who picked up. The result comes with the event call.machine.detection.ended, with Premium call.machine.premium.detection.ended.',
	},
	{
		displayName: 'Audio URL',
		name: 'audioUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/welcome.mp3',
		description: 'The address of an MP3 or WAV file that is played when somebody picks up',
	},
	callerNameField,
	customFields,
	...limitFields,
	metadataField,
	...recordFields,
	transcriptionField,
	{
		displayName: 'Send Digits on Answer',
		name: 'sendDigitsOnAnswer',
		type: 'string',
		default: '',
		placeholder: 'e.g. ww200#',
		description:
			'Keys that Telnyx presses when somebody picks up, e.g. an extension: 0-9, A-D, *, #, w for half a second, W for a second',
	},
	eventsUrlField(
		{ displayName: 'Webhook URL', name: 'webhookUrl' },
		'Telnyx',
		'Empty for the one that the application has.',
		WITHOUT_URL,
	),
	...assistantOptions,
];

/** The form of a new call. */
export const fields = [
	applicationField,
	ownNumberField({ required: true, description: 'The number of yours in Telnyx that calls' }),
	to,
	assistantField('The AI assistant that speaks as soon as somebody picks up. Empty for none.'),
	additionalFields(optional),
];
