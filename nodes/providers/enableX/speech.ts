import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ReadParameter } from '../common/action';
import { choice } from '../common/choice';
import { yesOrNo } from '../common/yesOrNo';
import { filled, optionalText, requiredText } from '../common/text';

/** What was chosen in the field "Play". */
export function playingOf(read: ReadParameter): 'prompt' | 'text' {
	return choice(read('playing'), 'Play', ['text', 'prompt']);
}

/** The choices of a field that asks what is heard. */
export const SPEECH_CHOICES = [
	{ name: 'Prompt', value: 'prompt', description: 'A recorded prompt of your EnableX project' },
	{ name: 'Text', value: 'text', description: 'A text that EnableX reads out' },
];

/**
 * The fields for what is heard in a call.
 *
 * @param field the name of the field that says which of {@link SPEECH_CHOICES} it is
 */
export function speechFields(field: string): INodeProperties[] {
	const asText = { show: { [field]: ['text'] } };
	const asPrompt = { show: { [field]: ['prompt'] } };
	const asEither = { show: { [field]: ['prompt', 'text'] } };
	return [
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			typeOptions: { rows: 3 },
			required: true,
			default: '',
			placeholder: 'e.g. Press 1 for sales, 2 for service',
			description: 'What EnableX reads out',
			displayOptions: asText,
		},
		{
			displayName: 'Language',
			name: 'language',
			type: 'string',
			required: true,
			default: 'en-US',
			placeholder: 'e.g. en-US',
			description: 'The language that the text is read in',
			displayOptions: asText,
		},
		{
			displayName: 'Voice',
			name: 'voice',
			type: 'options',
			options: [
				{ name: 'Female', value: 'female' },
				{ name: 'Male', value: 'male' },
			],
			default: 'female',
			description: 'The voice that reads the text',
			displayOptions: asText,
		},
		{
			displayName: 'Prompt Name',
			name: 'promptName',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. welcome',
			description: 'The name of a recorded prompt in the EnableX portal',
			displayOptions: asPrompt,
		},
		{
			displayName: 'Ask for Digits',
			name: 'askForDigits',
			type: 'boolean',
			default: false,
			description:
				'Whether EnableX waits for keys that the person presses. They arrive at the Voice Call Trigger with the event "Prompt Digit Collected", in call.digits.',
			displayOptions: asEither,
		},
		{
			displayName: 'Prompt Reference',
			name: 'promptRef',
			type: 'string',
			default: '',
			placeholder: 'e.g. menu',
			description:
				'A text that EnableX gives back with the events of this prompt (prompt_ref), to tell several prompts apart',
			displayOptions: asEither,
		},
	];
}

/**
 * What is heard, as EnableX takes it in `play`.
 *
 * @throws BadInput for a field that cannot be right
 * @see https://developer.enablex.io/docs/references/apis/voice-api/variants/voice-api-v2.0/content/api-routes/
 */
export function speech(read: ReadParameter, chosen: 'prompt' | 'text'): IDataObject {
	return {
		...(chosen === 'prompt' ? promptOf(read) : textOf(read)),
		...filled({
			prompt_ref: optionalText(read('promptRef')),
			dtmf: yesOrNo(read('askForDigits'), 'Ask for Digits') || undefined,
		}),
	};
}

function textOf(read: ReadParameter): IDataObject {
	const text = requiredText(read('text'), 'Text', 'Write what EnableX is to read out.');
	const language = requiredText(read('language'), 'Language', 'Write a language, e.g. en-US.');
	return { text, language, voice: choice(read('voice'), 'Voice', ['female', 'male']) };
}

function promptOf(read: ReadParameter): IDataObject {
	const advice = 'Give the name of a prompt that the EnableX portal has.';
	return { prompt_name: requiredText(read('promptName'), 'Prompt Name', advice) };
}
