import type { IDataObject } from 'n8n-workflow';
import type { Operation, ReadParameter } from '../../common/action';
import { customFieldsIn } from '../../common/customFields';
import { additionalFields } from '../../common/fields';
import { idempotencyKey } from '../../common/idempotencyKey';
import { jsonObject } from '../../common/jsonObject';
import { phoneNumber } from '../../common/phoneNumber';
import { filled, optionalText, requiredText } from '../../common/text';
import { isObject } from '../../../verification/json';
import { receipt } from './response';
import { agentId, contactNumber, idempotencyKeyField, optionalFields } from './fields';

const limits =
	'HuskyVoice needs an agent of the type Outbound with a phone number of its own, credits, and for now an Indian number to call.';

/**
 * Places a call through the inbound URL.
 *
 * @see https://docs.huskyvoice.ai/api/inbound-webhooks/
 */
export const createByUrl: Operation = {
	name: 'create',
	fields: [agentId, contactNumber, additionalFields(optionalFields)],
	repeatable: false,
	limits,
	request: (read) => {
		const { additions } = customFieldsIn(read);
		return {
			method: 'POST',
			path: '',
			body: { action: 'call.create', data: call(read) },
			additions: additions && { data: additions },
			callee: callee(read),
		};
	},
	receipt,
};

/**
 * Places a call through the API.
 *
 * @see https://docs.huskyvoice.ai/api/creating-calls/
 * @see https://docs.huskyvoice.ai/api/api-keys/
 */
export const createByKey: Operation = {
	name: 'create',
	fields: [agentId, contactNumber, additionalFields([...optionalFields, idempotencyKeyField])],
	repeatable: false,
	idempotency: { header: 'Idempotency-Key' },
	limits,
	request: (read) => ({
		method: 'POST',
		path: '/calls',
		body: call(read),
		...customFieldsIn(read),
		callee: callee(read),
		idempotencyKey: idempotencyKey(read('additionalFields.idempotencyKey')),
	}),
	receipt,
};

function callee(read: ReadParameter): string {
	return phoneNumber(read('contactNumber'), 'Contact Number');
}

function call(read: ReadParameter): IDataObject {
	const optional = (name: string) => read(`additionalFields.${name}`);
	const info = {
		...jsonObject(optional('additionalInfoJson'), 'Additional Info (JSON)'),
		...pairs(optional('additionalInfo')),
	};
	return {
		agent_id: requiredText(
			read('agentId'),
			'Agent ID',
			'Copy the ID of an agent of the type Outbound from HuskyVoice.',
		),
		contact_number: callee(read),
		...filled({
			contact_name: optionalText(optional('contactName')),
			contact_email: optionalText(optional('contactEmail')),
			additional_info: Object.keys(info).length > 0 ? info : undefined,
		}),
	};
}

/** The pairs of the form as an object, without those that have no name. */
function pairs(collection: unknown): IDataObject {
	const entries: unknown = isObject(collection) ? collection.pairs : undefined;
	if (!Array.isArray(entries)) return {};
	const named = entries
		.filter(isObject)
		.map(({ key, value }) => [optionalText(key), value] as const)
		.filter(([key]) => key !== '');
	return Object.fromEntries(named) as IDataObject;
}
