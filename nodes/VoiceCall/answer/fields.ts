import type { INodeProperties } from 'n8n-workflow';
import type { AnswerKind } from '../../providers/common/liveRequest';
import { resultFields } from './resultFields';

/** What each way to answer says. */
export const DESCRIPTIONS: Record<AnswerKind, string> = {
	agent: 'Who takes the call, and what that agent is told',
	error: 'That it did not work, in words for the agent',
	json: 'The whole response as JSON, for everything that has no fields here',
	reject: 'The call is not taken',
	result: 'What a tool found out',
	transfer: 'A number or a SIP address that the call goes to',
};

const json = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'json',
	default: '{}',
	description,
});

const message = (description: string): INodeProperties => ({
	displayName: 'Message',
	name: 'message',
	type: 'string',
	default: '',
	description,
});

const additional = json(
	'Additional Fields (JSON)',
	'answerFields',
	'A JSON object whose members are added to the answer, in the provider’s own words. They cannot change what the fields above say.',
);

/** The fields of each way to answer. */
export const FIELDS: Record<AnswerKind, INodeProperties[]> = {
	agent: [
		{
			displayName: 'Agent ID',
			name: 'agentId',
			type: 'string',
			default: '',
			description:
				'The agent or assistant that takes the call. Empty for the one that is set at the provider.',
		},
		json(
			'Dynamic Variables (JSON)',
			'variables',
			'A JSON object with the values of the variables in the agent’s prompts, e.g. {"customer_name": "Ada"}',
		),
		json(
			'Overrides (JSON)',
			'overrides',
			'A JSON object with settings of the agent that count for this call only, as the provider documents them',
		),
		additional,
	],
	error: [
		{
			displayName: 'Error Message',
			name: 'errorMessage',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. There is no order with this number',
			description: 'What went wrong, in words that the agent can go on with',
		},
	],
	json: [
		json('Body (JSON)', 'answerBody', 'The body of the response, in the provider’s own shape'),
		{
			displayName: 'Status',
			name: 'answerStatus',
			type: 'number',
			typeOptions: { minValue: 200, maxValue: 599 },
			default: 200,
			description: 'The HTTP status of the response',
		},
	],
	reject: [message('What the caller is told, where the provider can say it')],
	result: resultFields,
	transfer: [
		{
			displayName: 'Transfer To',
			name: 'transferTo',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. +14155550123',
			description: 'A phone number with plus and country code, or a SIP address (sip:...)',
		},
		message('What the caller hears before, where the provider can say it'),
		additional,
	],
};
