import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { ANSWER_NAMES } from '../../providers/common/liveAnswer';
import type { AnswerKind, LiveRequests } from '../../providers/common/liveRequest';
import { formProviders } from '../registry';
import { DESCRIPTIONS, FIELDS } from './fields';
import { reaction } from './resultFields';

/** The ways to answer one provider. */
function kindsOf({ requests }: LiveRequests): AnswerKind[] {
	return [...new Set(requests.flatMap(({ answers }) => answers))].sort();
}

/** The form of Answer for one provider; the node shows it for that provider alone. */
function answerFields(live: LiveRequests): INodeProperties[] {
	const kinds = kindsOf(live);
	const usual = kinds.includes('result') ? 'result' : kinds[0];
	const answerWith: INodeProperties = {
		displayName: 'Answer With',
		name: 'answerWith',
		type: 'options',
		noDataExpression: true,
		options: kinds.map((kind): INodePropertyOptions => ({
			name: ANSWER_NAMES[kind],
			value: kind,
			description: DESCRIPTIONS[kind],
		})),
		default: usual,
		description: 'What kind of answer it is',
	};
	const fields = kinds.flatMap((kind) => {
		const own =
			kind === 'result' && live.hasReactions ? [...FIELDS.result, reaction] : FIELDS[kind];
		return own.map((field) => ({
			...field,
			displayOptions: { show: { answerWith: [kind], ...field.displayOptions?.show } },
		}));
	});
	return [answerWith, ...fields, answerOptions];
}

const answerOptions: INodeProperties = {
	displayName: 'Options',
	name: 'answerOptions',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Request ID',
			name: 'requestId',
			type: 'string',
			default: '',
			placeholder: 'e.g. call_abc_123',
			description:
				'Which of several questions an item answers: the ID that the trigger gave for it. Only needed where n8n lost track of which item came from which.',
		},
	],
};

/** The form of Answer, for each provider that has live requests. */
export const answerForm = formProviders.flatMap(({ id, trigger: { live } }): INodeProperties[] => {
	if (live === undefined) return [];
	const show = { provider: [id], resource: ['request'] };
	const fields = answerFields(live).map((field) => ({
		...field,
		displayOptions: {
			show: { ...field.displayOptions?.show, ...show, operation: ['answer'] },
		},
	}));
	return [
		{
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			noDataExpression: true,
			options: [
				{
					name: 'Answer',
					value: 'answer',
					action: 'Answer live request',
					description: 'Answer what the provider asks while somebody is on the line',
				},
			],
			default: 'answer',
			// The nodes panel lists it with the first of these providers.
			displayOptions: { show },
		},
		...fields,
	];
});
