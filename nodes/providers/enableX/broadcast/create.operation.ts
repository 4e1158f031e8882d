import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Operation, Receipt } from '../../common/action';
import { customFieldsIn } from '../../common/customFields';
import { additionalFields, customFields } from '../../common/fields';
import { textAt } from '../../common/reading';
import { filled, optionalText } from '../../common/text';
import { callbackAddress } from '../../common/webAddress';
import { broadcastEventUrl, name, ownerRef } from '../call/fields';
import { receipt } from '../call/response';
import { numberFormat, numbersOf } from '../numbers';
import { SPEECH_CHOICES, playingOf, speech, speechFields } from '../speech';
import { bodyFormat, bodyOf } from './bodyFormat';
import { recipientsOf } from './recipients';

const from: INodeProperties = {
	displayName: 'From',
	name: 'from',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +14155550100',
	description: 'The number that is shown to everybody called. It must be one of your project’s.',
};

const recipients: INodeProperties = {
	displayName: 'Recipients',
	name: 'recipients',
	type: 'string',
	typeOptions: { rows: 3 },
	required: true,
	default: '',
	placeholder: 'e.g. +14155550123, +14155550124',
	description:
		'The numbers to call, with commas between them, or a list by an expression. Each of them rings and costs money.',
};

const playing: INodeProperties = {
	displayName: 'Play',
	name: 'playing',
	type: 'options',
	options: SPEECH_CHOICES,
	default: 'text',
	description: 'What everybody hears who picks up',
};

/**
 * Calls many numbers and plays the same to each. What EnableX's pages agree on: the address, `name`,
 * `from`, `event_url`. How recipients are written is a choice. Retries are left to Custom Fields, for
 * the pages give them other units and another meaning.
 *
 * @see https://developer.enablex.io/voice/broadcast-release-notes.html
 * @see https://github.com/EnableX/voice-broadcast-ivr-bridge/blob/develop/voiceapi.js
 * @see https://github.com/EnableX/voice-api-broadcast/blob/master/voiceapi.js
 */
export const createBroadcast: Operation = {
	resource: 'broadcast',
	name: 'create',
	fields: [
		from,
		recipients,
		playing,
		...speechFields('playing'),
		additionalFields([bodyFormat, customFields, broadcastEventUrl, name, numberFormat, ownerRef]),
	],
	repeatable: false,
	reserved: ['broadcast_numbers', 'broadcastnumbersjson', 'recipients'],
	limits: 'EnableX needs a number of your project to call from, and voice enabled for the project.',
	request: (read) => {
		const optional = (field: string) => read(`additionalFields.${field}`);
		const numbers = numbersOf(read);
		const called = recipientsOf(read('recipients'));
		const written = called.map((number) => numbers.other(number, 'Recipients'));
		const play = speech(read, playingOf(read));
		const address = callbackAddress(optional('eventUrl'), 'Event URL');
		return {
			method: 'POST',
			path: '/voice/v1/broadcast',
			eventsTo: address,
			callee: called,
			body: {
				...filled({
					name: optionalText(optional('name')),
					owner_ref: optionalText(optional('ownerRef')),
					event_url: address,
				}),
				from: numbers.own(read('from'), 'From'),
				...bodyOf(optional('bodyFormat'), written, play, address),
			},
			...customFieldsIn(read),
		};
	},
	receipt: broadcastReceipt,
};

/** The samples read `broadcast_id`, the oldest `appInstance`; a `voice_id` beside it is a single call's. */
function broadcastReceipt(body: IDataObject): Receipt {
	const { callId, ...others } = receipt(body);
	return { ...others, callId: textAt(body, 'broadcast_id', 'appInstance') ?? callId };
}
