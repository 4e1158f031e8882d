import type { Operation } from '../../common/action';
import { customFieldsIn } from '../../common/customFields';
import { additionalFields, customFields } from '../../common/fields';
import { jsonObject } from '../../common/jsonObject';
import { phoneNumber } from '../../common/phoneNumber';
import { yesOrNo } from '../../common/yesOrNo';
import { filled, requiredText } from '../../common/text';
import { callbackAddress } from '../../common/webAddress';
import { assistantId, callbackUrl, metadata, number, payload, priority } from './fields';
import { receipt } from './response';
import { wait } from './wait';

/**
 * Places a call. No idempotency key is documented, so it is never sent a second time.
 *
 * @see https://docs.miraiminds.co/api-reference/
 */
export const create: Operation = {
	name: 'create',
	fields: [
		assistantId,
		number,
		callbackUrl,
		payload,
		additionalFields([customFields, metadata, priority]),
	],
	repeatable: false,
	limits: 'Mirai Minds v1 needs an assistant of the workspace in the credential, and credits.',
	request: (read) => {
		const optional = (field: string) => read(`additionalFields.${field}`);
		const eventsTo = callbackAddress(read('callbackUrl'), 'Callback URL');
		return {
			method: 'POST',
			path: '/v2/call/initiate',
			...filled({ eventsTo }),
			callee: phoneNumber(read('phoneNumber'), 'Phone Number'),
			body: {
				phoneNumber: phoneNumber(read('phoneNumber'), 'Phone Number'),
				assistant: requiredText(
					read('assistantId'),
					'Assistant',
					'Choose one from the list, or copy the ID of one from Mirai Minds.',
				),
				payload: jsonObject(read('payload'), 'Payload (JSON)') ?? {},
				...filled({
					callbackUrl: eventsTo,
					priority: yesOrNo(optional('priority'), 'Priority'),
					metadata: jsonObject(optional('metadata'), 'Metadata (JSON)'),
				}),
			},
			...customFieldsIn(read),
		};
	},
	receipt,
	wait,
};
