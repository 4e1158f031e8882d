import type { Operation } from '../../common/action';
import { choice } from '../../common/choice';
import { customFieldsIn } from '../../common/customFields';
import { phoneNumber } from '../../common/phoneNumber';
import { numberOrSipAddress } from '../../common/sipAddress';
import { filled, optionalText, requiredText } from '../../common/text';
import { callbackAddress, fileAddress } from '../../common/webAddress';
import { yesOrNo } from '../../common/yesOrNo';
import { assistantOf } from './assistant';
import { COMMAND_ID } from './command';
import { fields } from './create.fields';
import { digitsOf } from './digits';
import { clientStateIn, limitsIn, recordIn } from './fields';
import { dialed } from './response';
import { wait } from './wait';

const DETECTIONS = [
	'disabled',
	'detect',
	'detect_beep',
	'detect_words',
	'greeting_end',
	'premium',
] as const;

/**
 * Places a call. A second request with the same `command_id` is ignored, for a minute.
 *
 * @see https://developers.telnyx.com/api-reference/call-commands/dial
 */
export const create: Operation = {
	name: 'create',
	fields,
	repeatable: false,
	idempotency: COMMAND_ID,
	limits:
		'Telnyx needs a Voice API application with an outbound voice profile, and a number of the account.',
	request: (read) => {
		const more = (field: string) => read(`additionalFields.${field}`);
		const text = (field: string) => optionalText(more(field));
		const callee = numberOrSipAddress(read('to'), 'To');
		const eventsTo = callbackAddress(more('webhookUrl'), 'Webhook URL');
		const digits = text('sendDigitsOnAnswer');
		const detection = more('answeringMachineDetection');
		return {
			method: 'POST',
			path: '/calls',
			...filled({ eventsTo }),
			callee,
			body: {
				connection_id: requiredText(read('connectionId'), 'Application', 'Choose an application.'),
				from: phoneNumber(read('from'), 'From'),
				to: callee,
				...filled({
					from_display_name: text('fromDisplayName'),
					assistant: assistantOf(optionalText(read('assistantId')), read),
					answering_machine_detection:
						detection === '' ? '' : choice(detection, 'Answering Machine Detection', DETECTIONS),
					audio_url: fileAddress(more('audioUrl'), 'Audio URL'),
					send_digits_on_answer: digits === '' ? '' : digitsOf(digits, 'Send Digits on Answer'),
					transcription: yesOrNo(more('transcription'), 'Transcription'),
					client_state: clientStateIn(read),
					webhook_url: eventsTo,
				}),
				...limitsIn(read),
				...recordIn(read),
			},
			...customFieldsIn(read),
		};
	},
	receipt: dialed,
	wait,
};
