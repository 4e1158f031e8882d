import type { Operation } from '../../common/action';
import { idempotencyKey } from '../../common/idempotencyKey';
import { jsonObject } from '../../common/jsonObject';
import { phoneNumber } from '../../common/phoneNumber';
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
		const [duration, recorded, final] = [
			more('maxDurationSecs'),
			more('recordingEnabled'),
			more('finalResults'),
		];
		return {
			method: 'POST',
			path: '/v2/calls',
			eventsTo: callbackAddress(more('webhookUrl'), 'Webhook URL'),
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
					max_duration_secs: typeof duration === 'number' ? duration : undefined,
					recording_enabled: typeof recorded === 'boolean' ? recorded : undefined,
					final_results: typeof final === 'boolean' ? final : undefined,
				}),
				...jsonObject(more('customFields'), 'Custom Fields (JSON)'),
			},
		};
	},
	receipt,
	wait,
};
