import type { IDataObject } from 'n8n-workflow';
import type { Operation, ReadParameter } from '../../common/action';
import { customFieldsIn } from '../../common/customFields';
import { exactJson } from '../../common/exactJson';
import { jsonObject, nonEmpty } from '../../common/jsonObject';
import { phoneNumber } from '../../common/phoneNumber';
import { objectAt } from '../../common/reading';
import { yesOrNo } from '../../common/yesOrNo';
import { filled, optionalText, requiredText } from '../../common/text';
import { callbackAddress } from '../../common/webAddress';
import { fields } from './create.fields';
import { receipt } from './response';

/**
 * Places a call. No idempotency key is documented, so it is never sent a second time.
 *
 * @see https://docs.retellai.com/api-references/create-phone-call
 */
export const create: Operation = {
	name: 'create',
	fields,
	repeatable: false,
	limits:
		'Retell AI needs a number of the workspace with an agent, or an agent for this call; calls beyond one a second or the concurrency limit may be refused.',
	request: (read) => {
		const more = (field: string) => read(`additionalFields.${field}`);
		const callee = phoneNumber(read('toNumber'), 'To');
		const isInternal = yesOrNo(more('ignoreE164Validation'), 'Ignore E.164 Validation') === true;
		return {
			method: 'POST',
			path: '/v2/create-phone-call',
			callee,
			...filled({ eventsTo: callbackAddress(more('webhookUrl'), 'Webhook URL') }),
			body: {
				from_number: isInternal
					? requiredText(read('fromNumber'), 'From', 'Choose a number.')
					: phoneNumber(read('fromNumber'), 'From'),
				to_number: callee,
				...filled({
					override_agent_id: optionalText(more('overrideAgentId')),
					override_agent_version: version(more('overrideAgentVersion')),
					agent_override: overrides(more),
					metadata: nonEmpty(jsonObject(more('metadata'), 'Metadata (JSON)')),
					retell_llm_dynamic_variables: texts(
						jsonObject(more('dynamicVariables'), 'Dynamic Variables (JSON)'),
					),
					custom_sip_headers: texts(
						jsonObject(more('customSipHeaders'), 'Custom SIP Headers (JSON)'),
					),
					ignore_e164_validation: isInternal ? true : undefined,
				}),
			},
			...customFieldsIn(read),
		};
	},
	receipt,
	wait: {
		field: 'additionalFields.webhookUrl',
		withWebhook: (request, url) => {
			const body = request.body ?? {};
			const webhook = { webhook_url: url, webhook_events: ['call_ended', 'call_analyzed'] };
			const override = withAgent(objectAt(body, 'agent_override'), webhook);
			return { ...request, body: { ...body, agent_override: override } };
		},
		isEnded: ({ event, call }) =>
			call.id !== null && ['call_ended', 'call_analyzed'].includes(event.type),
		isAnalyzed: ({ event }) => event.type === 'call_analyzed',
	},
};

/** A version's number as a number, as Retell takes it; anything else is a tag. */
function version(value: unknown): number | string {
	const text = optionalText(value);
	return /^\d{1,9}$/.test(text) ? Number(text) : text;
}

/** What differs from the agent in this call, if anything does. */
function overrides(more: ReadParameter): IDataObject | undefined {
	const given = jsonObject(more('agentOverride'), 'Agent Override (JSON)') ?? {};
	const events = more('webhookEvents');
	const webhook = filled({
		webhook_url: callbackAddress(more('webhookUrl'), 'Webhook URL'),
		webhook_events: Array.isArray(events) && events.length > 0 ? events : undefined,
	});
	return nonEmpty(nonEmpty(webhook) === undefined ? given : withAgent(given, webhook));
}

function withAgent(override: IDataObject, changes: IDataObject): IDataObject {
	return { ...override, agent: { ...objectAt(override, 'agent'), ...changes } };
}

/** The members as texts, which is all that Retell takes. */
function texts(object: IDataObject | undefined): IDataObject | undefined {
	const entries = Object.entries(object ?? {}).map(([name, value]) => [name, textOf(value)]);
	return nonEmpty(Object.fromEntries(entries) as IDataObject);
}

function textOf(value: unknown): string {
	const json = exactJson(value);
	// An integer that JavaScript cannot hold is a marked text until it is written.
	return typeof value === 'string' && json === JSON.stringify(value) ? value : json;
}
