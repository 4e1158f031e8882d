import type { INodeProperties } from 'n8n-workflow';
import type { Operation } from '../../common/action';
import { customFieldsIn } from '../../common/customFields';
import { additionalFields, customFields } from '../../common/fields';
import { enteredNumber } from '../../common/enteredNumber';
import { filled } from '../../common/text';
import { yesOrNo } from '../../common/yesOrNo';
import { SPEECH_CHOICES, playingOf, speech, speechFields } from '../speech';
import { broadcastId, liveCallId, onLiveCall, requestOnCall, requestMethod } from './live';

const playing: INodeProperties = {
	displayName: 'Play',
	name: 'playing',
	type: 'options',
	options: SPEECH_CHOICES,
	default: 'text',
	description: 'What the person hears',
};

const interrupt: INodeProperties = {
	displayName: 'Interrupt',
	name: 'interrupt',
	type: 'boolean',
	default: false,
	description: 'Whether to set EnableX’s option interrupt. What it does is not documented.',
};

const recognizeSpeech: INodeProperties = {
	displayName: 'Recognize Speech',
	name: 'recognizeSpeech',
	type: 'boolean',
	default: true,
	description:
		'Whether the person may answer by voice (asr). Which event brings what was said is not documented: take all events at first.',
};

const recognizerTimeout: INodeProperties = {
	displayName: 'Recognizer Timeout',
	name: 'recognizerTimeout',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 2,
	description:
		'How long EnableX waits before it gives what it heard (recognizer_timeout). Its page names no unit; its example is 2.',
};

const startTimeout: INodeProperties = {
	displayName: 'Start Timeout',
	name: 'startTimeout',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 10,
	description:
		'How long EnableX waits for the person to begin to speak (start_timeout). Its page names no unit; its example is 10.',
};

/**
 * Says a text or plays a prompt in a live call, and asks for digits or an answer by voice.
 *
 * @see https://developer.enablex.io/voice/api-reference.html
 * @see https://docs2024.vcloudx.com/docs/guides/voice-guide/resources/ivr
 * @see https://github.com/EnableX/Sample-Voice-Client-with-EnableX-Voice-APIs/blob/master/libs/enxVoiceLib.js
 */
export const play: Operation = {
	...onLiveCall,
	name: 'play',
	fields: [
		liveCallId,
		playing,
		...speechFields('playing'),
		additionalFields([
			broadcastId,
			customFields,
			interrupt,
			recognizeSpeech,
			recognizerTimeout,
			requestMethod,
			startTimeout,
		]),
	],
	request: (read) => ({
		...requestOnCall(read, 'play', {
			...speech(read, playingOf(read)),
			...filled({
				interrupt: yesOrNo(read('additionalFields.interrupt'), 'Interrupt'),
				asr: yesOrNo(read('additionalFields.recognizeSpeech'), 'Recognize Speech'),
				start_timeout: enteredNumber(read('additionalFields.startTimeout'), 'Start Timeout'),
				recognizer_timeout: enteredNumber(
					read('additionalFields.recognizerTimeout'),
					'Recognizer Timeout',
				),
			}),
		}),
		...customFieldsIn(read),
	}),
};
