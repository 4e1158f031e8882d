import type { Operation } from '../../common/action';
import { callField, callPath, command, commandTo } from './command';

/**
 * Hangs up, also while the phone still rings.
 *
 * @see https://developers.telnyx.com/api-reference/call-commands/hangup-call
 */
export const cancel: Operation = {
	...command,
	name: 'cancel',
	fields: [
		{
			...callField,
			description: `${callField.description}. The call is hung up, also while people talk.`,
		},
	],
	limits: 'Telnyx hangs up calls that have not ended.',
	request: (read) => commandTo(read, 'hangup'),
	inquiry: (id) => ({ method: 'GET', path: callPath(id) }),
};
