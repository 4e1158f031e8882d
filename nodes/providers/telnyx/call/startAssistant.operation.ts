import type { Operation } from '../../common/action';
import { customFieldsIn } from '../../common/customFields';
import { additionalFields, customFields } from '../../common/fields';
import { requiredText } from '../../common/text';
import { assistantField } from '../lists';
import { assistantOf, assistantOptions } from './assistant';
import { callField, commandTo, liveCommand } from './command';

/**
 * Lets an AI assistant take over a live call. The answer names the conversation.
 *
 * @see https://developers.telnyx.com/api-reference/call-commands/start-ai-assistant
 */
export const startAssistant: Operation = {
	...liveCommand,
	name: 'startAssistant',
	fields: [
		callField,
		{ ...assistantField('The AI assistant that takes over the call'), required: true },
		additionalFields([customFields, ...assistantOptions]),
	],
	request: (read) => ({
		...commandTo(read, 'ai_assistant_start', {
			assistant: assistantOf(
				requiredText(read('assistantId'), 'Assistant', 'Choose an assistant.'),
				read,
			),
		}),
		...customFieldsIn(read),
	}),
};
