import type { IDataObject } from 'n8n-workflow';
import type { Operation, ReadParameter } from '../../common/action';
import { BadInput } from '../../common/badInput';
import { customFieldsIn } from '../../common/customFields';
import { jsonObject, nonEmpty } from '../../common/jsonObject';
import { phoneNumber } from '../../common/phoneNumber';
import { enteredNumber } from '../../common/enteredNumber';
import { yesOrNo } from '../../common/yesOrNo';
import { filled, optionalText, requiredText } from '../../common/text';
import { callbackAddress } from '../../common/webAddress';
import { fields } from './create.fields';
import { acknowledgement } from './response';
import { startTime } from './startTime';

/**
 * Places a call. No idempotency key is documented, so it is never sent a second time.
 *
 * @see https://docs.bland.ai/api-v1/post/calls
 */
export const create: Operation = {
	name: 'create',
	fields,
	repeatable: false,
	limits: 'Bland AI limits calls by the plan: for each day, each hour, and at the same time.',
	request: (read) => {
		const more = (field: string) => read(`additionalFields.${field}`);
		const callee = phoneNumber(read('phoneNumber'), 'Phone Number');
		return {
			method: 'POST',
			path: '/v1/calls',
			callee,
			eventsTo: callbackAddress(more('webhook'), 'Webhook URL'),
			body: {
				phone_number: callee,
				...leader(read),
				...filled({
					from: numberOf(more('from'), 'From'),
					first_sentence: optionalText(more('firstSentence')),
					voice: optionalText(more('voice')),
					language: optionalText(more('language')),
					max_duration: enteredNumber(more('maxDuration'), 'Max Duration'),
					record: yesOrNo(more('record'), 'Record'),
					wait_for_greeting: yesOrNo(more('waitForGreeting'), 'Wait for Greeting'),
					transfer_phone_number: numberOf(more('transferPhoneNumber'), 'Transfer Phone Number'),
					start_time: startTime(more('startTime')),
					timezone: optionalText(more('timezone')),
					request_data: nonEmpty(jsonObject(more('requestData'), 'Request Data (JSON)')),
					voicemail: nonEmpty(jsonObject(more('voicemail'), 'Voicemail (JSON)')),
					metadata: nonEmpty(jsonObject(more('metadata'), 'Metadata (JSON)')),
					webhook: callbackAddress(more('webhook'), 'Webhook URL'),
					webhook_events: chosen(more('webhookEvents')),
				}),
			},
			...customFieldsIn(read),
		};
	},
	receipt: acknowledgement,
	wait: {
		field: 'additionalFields.webhook',
		withWebhook: (request, url) => ({ ...request, body: { ...request.body, webhook: url } }),
		isEnded: ({ event, call }) => event.type === 'call.report' && call.id !== null,
	},
};

/** What leads the conversation: one of the four that Bland knows. */
function leader(read: ReadParameter): IDataObject {
	const using = optionalText(read('callUsing'));
	switch (using) {
		case 'task':
			return { task: requiredText(read('task'), 'Task', 'Write what the agent is to do.') };
		case 'pathway':
			return { pathway_id: requiredText(read('pathwayId'), 'Pathway', 'Choose a pathway.') };
		case 'persona':
			return { persona_id: requiredText(read('personaId'), 'Persona', 'Choose a persona.') };
		case 'agent':
			return { agent_id: requiredText(read('agentId'), 'Agent', 'Choose an agent.') };
		default:
			throw new BadInput(
				`There is no "${using}" to call with.`,
				'Choose Agent, Pathway, Persona or Task in Call Using.',
			);
	}
}

function numberOf(value: unknown, label: string): string | undefined {
	return optionalText(value) === '' ? undefined : phoneNumber(value, label);
}

function chosen(value: unknown): string[] | undefined {
	return Array.isArray(value) && value.length > 0 ? (value as string[]) : undefined;
}
