import type { INodeProperties } from 'n8n-workflow';
import type { Operation } from '../../common/action';
import { choice } from '../../common/choice';
import { callField, command, commandTo } from './command';

const cause: INodeProperties = {
	displayName: 'Cause',
	name: 'cause',
	type: 'options',
	options: [
		{ name: 'Call Rejected', value: 'CALL_REJECTED' },
		{ name: 'User Busy', value: 'USER_BUSY' },
	],
	default: 'CALL_REJECTED',
	description: 'What the caller’s phone is told',
};

/**
 * Turns away a call that comes in.
 *
 * @see https://developers.telnyx.com/api-reference/call-commands/reject-a-call
 */
export const reject: Operation = {
	...command,
	name: 'reject',
	fields: [
		{
			...callField,
			description: 'The call_control_id of the call: call.id of the event "Call Initiated"',
		},
		cause,
	],
	limits: 'Telnyx rejects calls that come in and are not answered yet.',
	request: (read) =>
		commandTo(read, 'reject', {
			cause: choice(read('cause'), 'Cause', ['CALL_REJECTED', 'USER_BUSY']),
		}),
};
