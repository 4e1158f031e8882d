import type { INodeProperties } from 'n8n-workflow';
import { additionalFields, locatorField } from '../../common/fields';
import { optional } from './create.additionalFields';

const phoneNumber: INodeProperties = {
	displayName: 'Phone Number',
	name: 'phoneNumber',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +14155550123',
	description:
		'The number to call, with a plus and the country code. Spaces, dashes and parentheses are removed.',
};

/** Bland takes one of them: an agent together with a pathway or a persona is refused. */
const callUsing: INodeProperties = {
	displayName: 'Call Using',
	name: 'callUsing',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Agent', value: 'agent', description: 'An agent of the account' },
		{ name: 'Pathway', value: 'pathway', description: 'A conversational pathway of the account' },
		{ name: 'Persona', value: 'persona', description: 'A persona of the account' },
		{ name: 'Task', value: 'task', description: 'Instructions that you write here' },
	],
	default: 'task',
	description: 'What leads the conversation',
};

const shownFor = (choice: string): Pick<INodeProperties, 'displayOptions'> => ({
	displayOptions: { show: { callUsing: [choice] } },
});

const task: INodeProperties = {
	displayName: 'Task',
	name: 'task',
	type: 'string',
	typeOptions: { rows: 4 },
	required: true,
	default: '',
	placeholder: 'e.g. Remind {{name}} of the appointment on Tuesday at three',
	description: 'What the agent should do, in your words',
	...shownFor('task'),
};

const pathway: INodeProperties = {
	...locatorField(
		{
			displayName: 'Pathway',
			name: 'pathwayId',
			required: true,
			description: 'The pathway that the conversation follows',
		},
		'blandPathways',
		'a1b2c3d4-5e6f-4a55-9a3e-2f0c0ffee012',
	),
	...shownFor('pathway'),
};

const persona: INodeProperties = {
	...locatorField(
		{
			displayName: 'Persona',
			name: 'personaId',
			required: true,
			description: 'The persona that speaks',
		},
		'blandPersonas',
		'b2c3d4e5-6f70-4a55-9a3e-2f0c0ffee012',
	),
	...shownFor('persona'),
};

const agent: INodeProperties = {
	...locatorField(
		{
			displayName: 'Agent',
			name: 'agentId',
			required: true,
			description: 'The agent that speaks',
		},
		'blandAgents',
		'c3d4e5f6-7081-4a55-9a3e-2f0c0ffee012',
	),
	...shownFor('agent'),
};

/** The form of a new call. */
export const fields = [
	phoneNumber,
	callUsing,
	task,
	pathway,
	persona,
	agent,
	additionalFields(optional),
];
