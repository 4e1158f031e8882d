import type { INodeProperties } from 'n8n-workflow';
import type { Operation } from '../../common/action';
import { customFieldsIn } from '../../common/customFields';
import { additionalFields, customFields } from '../../common/fields';
import { phoneNumber } from '../../common/phoneNumber';
import { numberOrSipAddress } from '../../common/sipAddress';
import { filled, optionalText } from '../../common/text';
import { ownNumberField } from '../lists';
import { callField, commandTo, liveCommand } from './command';
import { callerNameField, limitFields, limitsIn } from './fields';

const to: INodeProperties = {
	displayName: 'To',
	name: 'to',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +14155550124',
	description:
		'The number that the person in the call is to talk to, with a plus and the country code, or a SIP address. It rings a second person and costs money.',
};

/**
 * Transfers a live call: Telnyx rings the number and connects the two. If nobody answers there, the call goes
 * on as it was.
 *
 * @see https://developers.telnyx.com/api-reference/call-commands/transfer-call
 */
export const connect: Operation = {
	...liveCommand,
	name: 'connect',
	fields: [
		callField,
		to,
		additionalFields([
			callerNameField,
			customFields,
			ownNumberField({
				description:
					'The number that the second person is shown. Empty for the number that the call was made to.',
			}),
			...limitFields,
		]),
	],
	request: (read) => {
		const more = (field: string) => read(`additionalFields.${field}`);
		const callee = numberOrSipAddress(read('to'), 'To');
		const from = optionalText(more('from'));
		const request = commandTo(read, 'transfer', {
			to: callee,
			...filled({
				from: from === '' ? '' : phoneNumber(from, 'From'),
				from_display_name: optionalText(more('fromDisplayName')),
			}),
			...limitsIn(read),
		});
		return { ...request, ...customFieldsIn(read), callee };
	},
};
