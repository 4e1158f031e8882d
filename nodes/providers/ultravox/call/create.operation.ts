import type { IDataObject } from 'n8n-workflow';
import type { Operation } from '../../common/action';
import { callIdInPath } from '../../common/callId';
import { customFieldsIn } from '../../common/customFields';
import { jsonObject } from '../../common/jsonObject';
import { enteredNumber } from '../../common/enteredNumber';
import { yesOrNo } from '../../common/yesOrNo';
import { filled, optionalText, requiredText } from '../../common/text';
import { textMap } from '../../common/textMap';
import { fields } from './create.fields';
import { mediumOf } from './medium';
import { receipt } from './response';
import { wait } from './wait';

/**
 * Lets an agent call a phone. No idempotency key is documented, so it is never sent a second time.
 *
 * @see https://docs.ultravox.ai/api-reference/agents/agents-calls-post
 */
export const create: Operation = {
	name: 'create',
	fields,
	repeatable: false,
	limits:
		'Ultravox needs an agent of the account, and the keys of the telephony provider stored there.',
	request: (read) => {
		const more = (field: string) => read(`additionalFields.${field}`);
		const agentId = requiredText(read('agentId'), 'Agent', 'Choose an agent.');
		const { callee, medium } = mediumOf(read);
		return {
			method: 'POST',
			path: `/agents/${callIdInPath(agentId)}/calls`,
			callee,
			body: {
				medium,
				...filled({
					templateContext: nonEmpty(jsonObject(more('templateContext'), 'Template Context (JSON)')),
					metadata: textMap(more('metadata'), 'Metadata (JSON)'),
					joinTimeout: duration(more('joinTimeout'), 'Join Timeout'),
					maxDuration: duration(more('maxDuration'), 'Max Duration'),
					recordingEnabled: yesOrNo(more('recordingEnabled'), 'Recording Enabled'),
					firstSpeakerSettings: firstSpeaker(more('firstSpeaker')),
				}),
			},
			...customFieldsIn(read),
		};
	},
	receipt,
	wait,
};

/** Seconds as Ultravox writes them, e.g. `30s`. */
function duration(value: unknown, label: string): string | undefined {
	const seconds = enteredNumber(value, label);
	return seconds === undefined ? undefined : `${seconds}s`;
}

function firstSpeaker(value: unknown): IDataObject | undefined {
	const who = optionalText(value);
	return who === 'agent' || who === 'user' ? { [who]: {} } : undefined;
}

function nonEmpty(object: IDataObject | undefined): IDataObject | undefined {
	return object === undefined || Object.keys(object).length === 0 ? undefined : object;
}
