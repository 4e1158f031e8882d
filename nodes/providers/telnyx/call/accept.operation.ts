import type { Operation } from '../../common/action';
import { customFieldsIn } from '../../common/customFields';
import { eventsUrlField } from '../../common/eventsUrl';
import { additionalFields, customFields } from '../../common/fields';
import { filled, optionalText } from '../../common/text';
import { callbackAddress } from '../../common/webAddress';
import { yesOrNo } from '../../common/yesOrNo';
import { assistantField } from '../lists';
import { assistantOf, assistantOptions } from './assistant';
import { callField, commandTo, liveCommand } from './command';
import { clientStateIn, metadataField, recordFields, recordIn, transcriptionField } from './fields';

/**
 * Answers a call that comes in, which all other commands to it but Reject and Cancel need.
 *
 * @see https://developers.telnyx.com/api-reference/call-commands/answer-call
 */
export const accept: Operation = {
	...liveCommand,
	name: 'accept',
	fields: [
		{
			...callField,
			description: 'The call_control_id of the call: call.id of the event "Call Initiated"',
		},
		assistantField('The AI assistant that speaks. Empty for none.'),
		additionalFields([
			customFields,
			metadataField,
			...recordFields,
			transcriptionField,
			eventsUrlField(
				{ displayName: 'Webhook URL', name: 'webhookUrl' },
				'Telnyx',
				'Empty for the one that the application has.',
			),
			...assistantOptions,
		]),
	],
	limits: 'Telnyx accepts calls that come in and are not answered yet.',
	request: (read) => {
		const more = (field: string) => read(`additionalFields.${field}`);
		const eventsTo = callbackAddress(more('webhookUrl'), 'Webhook URL');
		const request = commandTo(read, 'answer', {
			...filled({
				assistant: assistantOf(optionalText(read('assistantId')), read),
				transcription: yesOrNo(more('transcription'), 'Transcription'),
				client_state: clientStateIn(read),
				webhook_url: eventsTo,
			}),
			...recordIn(read),
		});
		return { ...request, ...customFieldsIn(read), ...filled({ eventsTo }) };
	},
};
