import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { choice } from '../../common/choice';
import { filled } from '../../common/text';

/** How a broadcast is written, a choice because EnableX's pages disagree. */
export const bodyFormat: INodeProperties = {
	displayName: 'Body Format',
	name: 'bodyFormat',
	type: 'options',
	options: [
		{
			name: 'Broadcast Numbers',
			value: 'broadcastNumbers',
			description: 'As EnableX’s samples of 2023 write it: broadcast_numbers',
		},
		{
			name: 'Broadcast Numbers, Older',
			value: 'broadcastNumbersJson',
			description: 'As older samples write it: broadcastnumbersjson',
		},
		{
			name: 'Recipients',
			value: 'recipients',
			description: 'As EnableX’s release notes of 2026 write it: recipients',
		},
	],
	default: 'recipients',
	description:
		'How the request is written. EnableX’s pages disagree: change this if it does not accept the broadcast.',
};

/** What the ways to write a broadcast differ in. The two older ones name the address a second time. */
export function bodyOf(
	format: unknown,
	numbers: readonly string[],
	play: IDataObject,
	address: string | undefined,
): IDataObject {
	const listed = JSON.stringify(numbers.map((phone) => ({ phone })));
	switch (
		choice(format, 'Body Format', ['recipients', 'broadcastNumbers', 'broadcastNumbersJson'])
	) {
		case 'broadcastNumbers':
			return {
				broadcast_numbers: listed,
				action_on_connect: { play },
				...filled({ call_handler_url: address }),
			};
		case 'broadcastNumbersJson':
			return {
				broadcastnumbersjson: listed,
				action_on_connect: { play },
				...filled({ callhandler_url: address }),
			};
		case 'recipients':
			return { recipients: numbers.map((to) => ({ to, play })) };
	}
}
