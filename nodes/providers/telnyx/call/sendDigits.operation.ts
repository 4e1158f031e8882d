import type { INodeProperties } from 'n8n-workflow';
import type { Operation } from '../../common/action';
import { callField, commandTo, liveCommand } from './command';
import { digitsOf } from './digits';

const digits: INodeProperties = {
	displayName: 'Digits',
	name: 'digits',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 1ww200#',
	description:
		'The keys: 0-9, A-D, *, #, and w for a pause of half a second, W for one of a second',
};

/**
 * Presses keys in a live call, which the other side hears.
 *
 * @see https://developers.telnyx.com/api-reference/call-commands/send-dtmf
 */
export const sendDigits: Operation = {
	...liveCommand,
	name: 'sendDigits',
	fields: [callField, digits],
	request: (read) => commandTo(read, 'send_dtmf', { digits: digitsOf(read('digits'), 'Digits') }),
};
