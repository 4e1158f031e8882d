import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ReadParameter } from '../../common/action';
import { BadInput } from '../../common/badInput';
import { choice } from '../../common/choice';
import { filled, optionalText, requiredText } from '../../common/text';
import { fileAddress } from '../../common/webAddress';
import { wholeNumber } from '../../common/wholeNumber';
import { yesOrNo } from '../../common/yesOrNo';

const LONGEST_TEXT = 3000;

const asText = { show: { playing: ['text'] } };
const asAudio = { show: { playing: ['audio'] } };

/** The fields for what is heard in a call. */
export const soundFields: INodeProperties[] = [
	{
		displayName: 'Play',
		name: 'playing',
		type: 'options',
		options: [
			{ name: 'Audio', value: 'audio', description: 'An MP3 or WAV file' },
			{ name: 'Text', value: 'text', description: 'A text that Telnyx reads out' },
		],
		default: 'text',
		description: 'What the person hears',
	},
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 3 },
		required: true,
		default: '',
		placeholder: 'e.g. Press 1 for sales, 2 for service',
		description: 'What Telnyx reads out, up to 3,000 characters',
		displayOptions: asText,
	},
	{
		displayName: 'Language',
		name: 'language',
		type: 'string',
		default: 'en-US',
		placeholder: 'e.g. en-US',
		description: 'The language that the text is read in; a Polly voice has its own',
		displayOptions: asText,
	},
	{
		displayName: 'Voice',
		name: 'voice',
		type: 'string',
		required: true,
		default: 'female',
		placeholder: 'e.g. AWS.Polly.Joanna-Neural',
		description: 'The voice that reads the text: female, male, or one as Telnyx names it',
		displayOptions: asText,
	},
	{
		displayName: 'Audio URL',
		name: 'audioUrl',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. https://example.com/menu.mp3',
		description: 'The address of the file, where Telnyx fetches it',
		displayOptions: asAudio,
	},
];

export const loopField: INodeProperties = {
	displayName: 'Loop',
	name: 'loop',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 100 },
	default: 1,
	description: 'How often it is heard, where no digits are asked for',
};

export const ssmlField: INodeProperties = {
	displayName: 'Text Is SSML',
	name: 'ssml',
	type: 'boolean',
	default: false,
	description: 'Whether the text is written in the Speech Synthesis Markup Language',
};

/**
 * What is heard, as Telnyx takes it.
 *
 * @param mayLoop whether it may be heard more than once
 * @throws BadInput for a field that cannot be right
 */
export function soundOf(
	read: ReadParameter,
	mayLoop: boolean,
): { isText: boolean; body: IDataObject } {
	const loop = wholeNumber(read('additionalFields.loop'), 'Loop', { from: 1, to: 100 });
	if (loop !== undefined && !mayLoop) {
		throw new BadInput(
			'Loop is not for what asks for digits.',
			'Remove it, or set Max Tries in Digit Options.',
		);
	}
	const isText = choice(read('playing'), 'Play', ['text', 'audio']) === 'text';
	const body = isText ? textOf(read) : audioOf(read);
	return { isText, body: { ...body, ...filled({ loop }) } };
}

function textOf(read: ReadParameter): IDataObject {
	const payload = requiredText(read('text'), 'Text', 'Write what Telnyx is to read out.');
	if (payload.length > LONGEST_TEXT) {
		throw new BadInput(
			`Text is longer than ${LONGEST_TEXT} characters.`,
			'Shorten it, or play it in parts: several follow each other.',
		);
	}
	const isSsml = yesOrNo(read('additionalFields.ssml'), 'Text Is SSML') === true;
	return {
		payload,
		voice: requiredText(read('voice'), 'Voice', 'Write a voice, e.g. female.'),
		...filled({
			language: optionalText(read('language')),
			payload_type: isSsml ? 'ssml' : '',
		}),
	};
}

function audioOf(read: ReadParameter): IDataObject {
	const url = requiredText(read('audioUrl'), 'Audio URL', 'Give the address of a file.');
	return { audio_url: fileAddress(url, 'Audio URL') };
}
