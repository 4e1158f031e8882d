import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Paging, ReadParameter } from '../../common/action';
import { enteredTime } from '../../common/enteredTime';
import { locatorField } from '../../common/fields';
import { jsonObject, nonEmpty } from '../../common/jsonObject';
import { callsOf, listing } from '../../common/list';
import { yesOrNo } from '../../common/yesOrNo';
import { filled, optionalText } from '../../common/text';
import { pageIn } from '../paging';
import { agentExample, numberExample } from './examples';
import { receipt } from './response';

const filters: INodeProperties[] = [
	locatorField(
		{ displayName: 'Agent', name: 'agentId', description: 'Only calls of this agent' },
		'retellAgents',
		agentExample,
	),
	{
		displayName: 'Filter (JSON)',
		name: 'filterCriteria',
		type: 'json',
		default: '{}',
		placeholder: 'e.g. {"call_status": {"type": "enum", "op": "in", "value": ["ended"]}}',
		description:
			'A JSON object as Retell AI describes filter_criteria, merged with the fields here',
	},
	locatorField(
		{ displayName: 'From Number', name: 'fromNumber', description: 'Only calls from this number' },
		'retellPhoneNumbers',
		numberExample,
		'By Number',
	),
	{
		displayName: 'Oldest First',
		name: 'ascending',
		type: 'boolean',
		default: true,
		description: 'Whether to list the oldest call first',
	},
	{
		displayName: 'Started After',
		name: 'startedAfter',
		type: 'dateTime',
		default: '',
		description: 'Only calls that started at this time or later',
	},
	{
		displayName: 'Started Before',
		name: 'startedBefore',
		type: 'dateTime',
		default: '',
		description: 'Only calls that started at this time or earlier',
	},
	{
		displayName: 'To Number',
		name: 'toNumber',
		type: 'string',
		default: '',
		description: 'Only calls to this number',
	},
];

const paging: Paging = {
	request: (read, limit, after) => ({
		method: 'POST',
		path: '/v3/list-calls',
		body: filled({
			filter_criteria: criteria((name) => read(`additionalFields.${name}`)),
			sort_order: yesOrNo(read('additionalFields.ascending'), 'Oldest First')
				? 'ascending'
				: undefined,
			limit,
			pagination_key: after,
		}),
	}),
	page: (body) => callsOf(pageIn(body)),
};

/**
 * Lists calls, without transcripts.
 *
 * @see https://docs.retellai.com/api-references/list-calls
 */
export const getMany = listing(filters, paging, receipt);

function criteria(more: ReadParameter): IDataObject | undefined {
	const equal = (value: string) => (value === '' ? undefined : { type: 'string', op: 'eq', value });
	const agentId = optionalText(more('agentId'));
	return nonEmpty({
		...jsonObject(more('filterCriteria'), 'Filter (JSON)'),
		...filled({
			agent: agentId === '' ? undefined : [{ agent_id: agentId }],
			from_number: equal(optionalText(more('fromNumber'))),
			to_number: equal(optionalText(more('toNumber'))),
			start_timestamp: between(
				enteredTime(more('startedAfter'), 'Started After'),
				enteredTime(more('startedBefore'), 'Started Before'),
			),
		}),
	});
}

function between(after: number | undefined, before: number | undefined): IDataObject | undefined {
	if (after !== undefined && before !== undefined) {
		return { type: 'range', op: 'bt', value: [after, before] };
	}
	if (after !== undefined) return { type: 'number', op: 'ge', value: after };
	return before === undefined ? undefined : { type: 'number', op: 'le', value: before };
}
