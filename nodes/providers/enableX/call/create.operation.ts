import type { INodeProperties } from 'n8n-workflow';
import type { Operation } from '../../common/action';
import { customFieldsIn } from '../../common/customFields';
import { additionalFields, customFields } from '../../common/fields';
import { phoneNumber } from '../../common/phoneNumber';
import { filled, optionalText } from '../../common/text';
import { callbackAddress } from '../../common/webAddress';
import { yesOrNo } from '../../common/yesOrNo';
import { numberFormat, numbersOf } from '../numbers';
import { autoRecord, eventUrl, name, ownerRef } from './fields';
import { onConnectFields, onConnect } from './onConnect';
import { ENDS, receipt } from './response';

const from: INodeProperties = {
	displayName: 'From',
	name: 'from',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +14155550100',
	description: 'The number that is shown to the person called. It must be one of your project’s.',
};

const to: INodeProperties = {
	displayName: 'To',
	name: 'to',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +14155550123',
	description:
		'The number to call, with a plus and the country code. Spaces, dashes and parentheses are removed.',
};

/**
 * Places a call. No idempotency key is documented, so it is never sent a second time.
 *
 * @see https://developer.enablex.io/docs/references/apis/voice-api/
 */
export const create: Operation = {
	name: 'create',
	fields: [
		from,
		to,
		...onConnectFields,
		additionalFields([autoRecord, customFields, eventUrl, name, numberFormat, ownerRef]),
	],
	repeatable: false,
	limits: 'EnableX needs a number of your project to call from, and voice enabled for the project.',
	request: (read) => {
		const optional = (field: string) => read(`additionalFields.${field}`);
		const numbers = numbersOf(read);
		const eventsTo = callbackAddress(optional('eventUrl'), 'Event URL');
		return {
			method: 'POST',
			path: '/voice/v1/call',
			...filled({ eventsTo }),
			callee: phoneNumber(read('to'), 'To'),
			body: {
				...filled({
					name: optionalText(optional('name')),
					owner_ref: optionalText(optional('ownerRef')),
				}),
				from: numbers.own(read('from'), 'From'),
				to: numbers.other(read('to'), 'To'),
				...filled({
					auto_record: yesOrNo(optional('autoRecord'), 'Auto Record'),
					event_url: eventsTo,
					action_on_connect: onConnect(read, numbers),
				}),
			},
			...customFieldsIn(read),
		};
	},
	receipt,
	wait: {
		field: 'additionalFields.eventUrl',
		withWebhook: (request, url) => ({ ...request, body: { ...request.body, event_url: url } }),
		isEnded: ({ event }) => ENDS.has(event.type),
	},
};
