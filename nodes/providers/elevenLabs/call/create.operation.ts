import type { IDataObject } from 'n8n-workflow';
import type { Operation, ReadParameter } from '../../common/action';
import { BadInput } from '../../common/badInput';
import { choice } from '../../common/choice';
import { customFieldsIn } from '../../common/customFields';
import { jsonObject, nonEmpty } from '../../common/jsonObject';
import { phoneNumber } from '../../common/phoneNumber';
import { filled, optionalText, requiredText } from '../../common/text';
import { wholeNumber } from '../../common/wholeNumber';
import { yesOrNo } from '../../common/yesOrNo';
import { variables } from '../variables';
import { fields } from './create.fields';
import { acknowledgement } from './response';

/** ElevenLabs has one address for each kind of telephony. */
const PATHS = {
	twilio: '/v1/convai/twilio/outbound-call',
	sipTrunk: '/v1/convai/sip-trunk/outbound-call',
};

/**
 * Places a call. No idempotency key is documented, so it is never sent a second time. An answer without a
 * conversation leaves the call unclear, and one with `success: false` is a failure. Where the events of a
 * call go cannot be said with the call.
 *
 * @see https://elevenlabs.io/docs/api-reference/twilio/outbound-call
 * @see https://elevenlabs.io/docs/api-reference/sip-trunk/outbound-call
 */
export const create: Operation = {
	name: 'create',
	fields,
	repeatable: false,
	limits:
		'Telephony has to be that of the phone number; calls beyond the concurrency limit of the plan are rejected.',
	request: (read) => {
		const more = (field: string) => read(`additionalFields.${field}`);
		const telephony = choice(read('telephony'), 'Telephony', ['twilio', 'sipTrunk']);
		const callee = phoneNumber(read('toNumber'), 'To Number');
		return {
			method: 'POST',
			path: PATHS[telephony],
			callee,
			body: {
				agent_id: requiredText(read('agentId'), 'Agent', 'Choose an agent.'),
				agent_phone_number_id: requiredText(
					read('agentPhoneNumberId'),
					'Phone Number',
					'Choose a number.',
				),
				to_number: callee,
				...filled({
					conversation_initiation_client_data: conversationData(more),
					telephony_call_config: ringing(more('ringingTimeout')),
					call_recording_enabled: recording(more('record'), telephony),
				}),
			},
			...customFieldsIn(read),
		};
	},
	receipt: acknowledgement,
};

/** What the agent is told for this call, if anything is. */
function conversationData(more: ReadParameter): IDataObject | undefined {
	const json = (name: string, label: string) => nonEmpty(jsonObject(more(name), label));
	const given = json('dynamicVariables', 'Dynamic Variables (JSON)');
	return nonEmpty({
		...jsonObject(more('conversationData'), 'Conversation Data (JSON)'),
		...filled({
			dynamic_variables: given === undefined ? undefined : variables(given),
			conversation_config_override: json('overrides', 'Overrides (JSON)'),
			custom_llm_extra_body: json('customLlmExtraBody', 'Custom LLM Extra Body (JSON)'),
			user_id: optionalText(more('userId')),
			branch_id: optionalText(more('branchId')),
			environment: optionalText(more('environment')),
			starting_workflow_node_id: optionalText(more('startingWorkflowNodeId')),
		}),
	});
}

function ringing(value: unknown): IDataObject | undefined {
	const seconds = wholeNumber(value, 'Ringing Timeout (Seconds)', { from: 1, to: 999 });
	return seconds === undefined ? undefined : { ringing_timeout_secs: seconds };
}

function recording(value: unknown, telephony: keyof typeof PATHS): boolean | undefined {
	const record = yesOrNo(value, 'Record');
	if (record === undefined || telephony === 'twilio') return record;
	throw new BadInput(
		'Record is for Twilio alone.',
		'Remove Record, or choose Twilio in Telephony.',
	);
}
