import type { INodeProperties } from 'n8n-workflow';
import type { Operation } from '../../common/action';
import { additionalFields, customFields } from '../../common/fields';
import { jsonObject } from '../../common/jsonObject';
import { phoneNumber } from '../../common/phoneNumber';
import { filled, requiredText } from '../../common/text';
import { callbackAddress } from '../../common/webAddress';
import { receipt } from './response';
import { wait } from './wait';

const assistantId: INodeProperties = {
	displayName: 'Assistant ID',
	name: 'assistantId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 65f0c0ffee0123456789abcd',
	description: 'The assistant that speaks',
};

const number: INodeProperties = {
	displayName: 'Phone Number',
	name: 'phoneNumber',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +919876543210',
	description:
		'The number to call, with a plus and the country code. Blanks, dashes and parentheses are removed.',
};

const callbackUrl: INodeProperties = {
	displayName: 'Callback URL',
	name: 'callbackUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://n8n.example.com/webhook/.../voice-call',
	hint: 'One of the pages of Mirai Minds requires it, another does not',
	description:
		'Where Mirai Minds reports what happens to the call: the production URL of a Voice Call Trigger',
};

const payload: INodeProperties = {
	displayName: 'Payload (JSON)',
	name: 'payload',
	type: 'json',
	default: '{}',
	description:
		'What the assistant works with: the abandoned checkout for an assistant of that kind, your own variables for a custom one',
};

const metadata: INodeProperties = {
	displayName: 'Metadata (JSON)',
	name: 'metadata',
	type: 'json',
	default: '{}',
	description: 'A JSON object that Mirai Minds gives back with every event of the call',
};

const priority: INodeProperties = {
	displayName: 'Priority',
	name: 'priority',
	type: 'boolean',
	default: false,
	description: 'Whether this call goes ahead of others',
};

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
	limits: 'Mirai Minds needs an assistant of the workspace in the credential, and credits.',
	request: (read) => {
		const optional = (field: string) => read(`additionalFields.${field}`);
		const first = optional('priority');
		return {
			method: 'POST',
			path: '/v2/call/initiate',
			callee: phoneNumber(read('phoneNumber'), 'Phone Number'),
			body: {
				phoneNumber: phoneNumber(read('phoneNumber'), 'Phone Number'),
				assistant: requiredText(
					read('assistantId'),
					'Assistant ID',
					'Copy the ID of an assistant from Mirai Minds.',
				),
				payload: jsonObject(read('payload'), 'Payload (JSON)') ?? {},
				...filled({
					callbackUrl: callbackAddress(read('callbackUrl'), 'Callback URL'),
					priority: typeof first === 'boolean' ? first : undefined,
					metadata: jsonObject(optional('metadata'), 'Metadata (JSON)'),
				}),
				...jsonObject(optional('customFields'), 'Custom Fields (JSON)'),
			},
		};
	},
	receipt,
	wait,
};
