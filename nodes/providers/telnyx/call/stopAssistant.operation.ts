import type { Operation } from '../../common/action';
import { callField, commandTo, liveCommand } from './command';

/**
 * Takes a live call back from its AI assistant. The call goes on.
 *
 * @see https://developers.telnyx.com/api-reference/call-commands/stop-ai-assistant
 */
export const stopAssistant: Operation = {
	...liveCommand,
	name: 'stopAssistant',
	fields: [callField],
	request: (read) => commandTo(read, 'ai_assistant_stop'),
};
