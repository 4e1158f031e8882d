import type { IDataObject } from 'n8n-workflow';
import type { Operation, ReadParameter } from '../../common/action';
import { BadInput } from '../../common/badInput';
import { customFieldsIn } from '../../common/customFields';
import { jsonObject, nonEmpty } from '../../common/jsonObject';
import { phoneNumber } from '../../common/phoneNumber';
import { objectAt } from '../../common/reading';
import { enteredNumber } from '../../common/enteredNumber';
import { filled, optionalText, requiredText } from '../../common/text';
import { callbackAddress } from '../../common/webAddress';
import { fields } from './create.fields';
import { receipt } from './response';

/**
 * Places a call. No idempotency key is documented, so it is never sent a second time.
 *
 * @see https://docs.vapi.ai/api-reference/calls/create
 */
export const create: Operation = {
	name: 'create',
	fields,
	repeatable: false,
	// Others that are called; an assistant of another kind would report elsewhere.
	reserved: ['customerId', 'customers'],
	limits:
		'Vapi needs an assistant and a phone number of the account; a call beyond the concurrency limit may be refused or wait.',
	request: (read) => {
		const more = (field: string) => read(`additionalFields.${field}`);
		const callee = phoneNumber(read('customerNumber'), 'Customer Number');
		return {
			method: 'POST',
			path: '/call',
			...filled({ eventsTo: callbackAddress(more('serverUrl'), 'Server URL') }),
			callee,
			body: {
				assistantId: requiredText(read('assistantId'), 'Assistant', 'Choose an assistant.'),
				phoneNumberId: requiredText(read('phoneNumberId'), 'Phone Number', 'Choose a number.'),
				customer: { number: callee, ...filled({ name: optionalText(more('customerName')) }) },
				...filled({
					name: optionalText(more('name')),
					schedulePlan: schedule(more),
					assistantOverrides: overrides(more),
				}),
			},
			...customFieldsIn(read),
		};
	},
	receipt,
	wait: {
		field: 'additionalFields.serverUrl',
		reserved: ['squad', 'squadId', 'workflow', 'workflowId'],
		withWebhook: (request, url) => {
			const body = request.body ?? {};
			const overridden = objectAt(body, 'assistantOverrides');
			const server = { ...objectAt(overridden, 'server'), url };
			requireProof(server);
			return { ...request, body: { ...body, assistantOverrides: { ...overridden, server } } };
		},
		isEnded: ({ event, call }, payload) =>
			event.type === 'end-of-call-report' ||
			(event.type === 'status-update' &&
				objectAt(payload, 'message').status === 'ended' &&
				call.id !== null),
		isAnalyzed: ({ event }) => event.type === 'end-of-call-report',
	},
};

/**
 * Vapi proves its events with what the server of the call names, and with nothing else.
 *
 * @see https://docs.vapi.ai/server-url/server-authentication
 */
function requireProof(server: IDataObject) {
	if (['credentialId', 'secret', 'headers'].some((name) => server[name] !== undefined)) return;
	throw new BadInput(
		'Server Credential ID is empty, so Vapi would not prove the result.',
		'Enter its ID under Additional Fields: the server credential is in Vapi under Integrations > Server Configuration.',
	);
}

function schedule(more: ReadParameter): IDataObject | undefined {
	const plan = filled({
		earliestAt: optionalText(more('earliestAt')),
		latestAt: optionalText(more('latestAt')),
	});
	return Object.keys(plan).length === 0 ? undefined : plan;
}

/** What differs from the assistant in this call, if anything does. */
function overrides(more: ReadParameter): IDataObject | undefined {
	const given = jsonObject(more('assistantOverrides'), 'Assistant Overrides (JSON)');
	const url = callbackAddress(more('serverUrl'), 'Server URL');
	const server = filled({ url, credentialId: optionalText(more('serverCredentialId')) });
	const merged: IDataObject = {
		...given,
		...filled({
			maxDurationSeconds: enteredNumber(more('maxDurationSeconds'), 'Max Duration'),
			metadata: nonEmpty(jsonObject(more('metadata'), 'Metadata (JSON)')),
			variableValues: nonEmpty(jsonObject(more('variableValues'), 'Variable Values (JSON)')),
			server: nonEmpty(server),
		}),
	};
	return nonEmpty(merged);
}
