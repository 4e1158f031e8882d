import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ReadParameter } from '../../common/action';
import { choice } from '../../common/choice';
import type { Numbers } from '../numbers';
import { SPEECH_CHOICES, speech, speechFields } from '../speech';
import { roomId, roomIdOf } from './room';

const CHOICES = ['nothing', 'number', 'prompt', 'room', 'text'] as const;

const chosen: INodeProperties = {
	displayName: 'On Connect',
	name: 'onConnect',
	type: 'options',
	options: [
		{
			name: 'Nothing',
			value: 'nothing',
			description: 'The call waits for what your workflow does when "Call Connected" arrives',
		},
		{
			name: 'Number',
			value: 'number',
			description: 'EnableX calls another number and connects the two: it costs money as well',
		},
		...SPEECH_CHOICES,
		{ name: 'Video Room', value: 'room', description: 'The call joins a room of EnableX’s video' },
	],
	default: 'nothing',
	description: 'What happens when somebody picks up',
};

const isNumber = { show: { onConnect: ['number'] } };

/** The fields for what happens when somebody picks up. */
export const onConnectFields: INodeProperties[] = [
	chosen,
	...speechFields('onConnect'),
	{
		displayName: 'Connect From',
		name: 'connectFrom',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +14155550100',
		description:
			'The number that is shown to the second person called. It must be one of your project’s.',
		displayOptions: isNumber,
	},
	{
		displayName: 'Connect To',
		name: 'connectTo',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +14155550123',
		description: 'The number to connect the call with, with a plus and the country code',
		displayOptions: isNumber,
	},
	{ ...roomId, displayOptions: { show: { onConnect: ['room'] } } },
];

/**
 * What happens when somebody picks up, as `action_on_connect` takes it.
 *
 * @returns `undefined` for nothing
 * @throws BadInput for a field that cannot be right
 */
export function onConnect(read: ReadParameter, numbers: Numbers): IDataObject | undefined {
	const action = choice(read('onConnect'), 'On Connect', CHOICES);
	switch (action) {
		case 'nothing':
			return undefined;
		case 'prompt':
		case 'text':
			return { play: speech(read, action) };
		case 'number': {
			const from = numbers.own(read('connectFrom'), 'Connect From');
			return { connect: { from, to: numbers.other(read('connectTo'), 'Connect To') } };
		}
		case 'room':
			return { room: { room_id: roomIdOf(read) } };
	}
}
