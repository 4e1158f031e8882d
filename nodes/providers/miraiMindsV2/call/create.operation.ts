import type { Operation } from '../../common/action';
import { customFieldsIn } from '../../common/customFields';
import { idempotencyKey } from '../../common/idempotencyKey';
import { phoneNumber } from '../../common/phoneNumber';
import { enteredNumber } from '../../common/enteredNumber';
import { yesOrNo } from '../../common/yesOrNo';
import { filled, optionalText, requiredText } from '../../common/text';
import { textMap } from '../../common/textMap';
import { callbackAddress } from '../../common/webAddress';
import { fields } from './create.fields';
import { receipt } from './response';
import { wait } from './wait';

const A_DAY = 24 * 60 * 60;

/**
 * Places a call. The same key gives the first answer again, for a day.
 *
 * @see https://github.com/MiraiMinds/docs (v2/calls.mdx, Create a call)
 */
export const create: Operation = {
	name: 'create',
	fields,
	repeatable: false,
	idempotency: { header: 'Idempotency-Key', lifetimeSeconds: A_DAY },
	limits:
		'Mirai Minds v2 needs an agent of the workspace that the key belongs to, and enough balance for the first minute.',
	request: (read) => {
		const more = (field: string) => read(`additionalFields.${field}`);
		const callee = phoneNumber(read('to'), 'To');
		const eventsTo = callbackAddress(more('webhookUrl'), 'Webhook URL');
		return {
			method: 'POST',
			path: '/v2/calls',
			callee,
			...filled({ eventsTo }),
			idempotencyKey: idempotencyKey(more('idempotencyKey')),
			body: {
				agent_id: requiredText(read('agentId'), 'Agent', 'Choose an agent.'),
				to: callee,
				...filled({
					variables: textMap(more('variables'), 'Variables (JSON)'),
					metadata: textMap(more('metadata'), 'Metadata (JSON)'),
					first_message: optionalText(more('firstMessage')),
					webhook_url: eventsTo,
					max_duration_secs: enteredNumber(more('maxDurationSecs'), 'Max Duration'),
					recording_enabled: yesOrNo(more('recordingEnabled'), 'Recording Enabled'),
					final_results: yesOrNo(more('finalResults'), 'Final Results'),
				}),
			},
			...customFieldsIn(read),
		};
	},
	receipt,
	wait,
};
