import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Operation, Paging, ReadParameter } from '../../common/action';
import { BadInput } from '../../common/badInput';
import { additionalFields, listFields, locatorField } from '../../common/fields';
import { jsonObject, nonEmpty } from '../../common/jsonObject';
import { timeAt } from '../../common/reading';
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
		description: 'Whether to begin with the oldest call in place of the newest',
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
			sort_order: read('additionalFields.ascending') === true ? 'ascending' : undefined,
			limit,
			pagination_key: after,
		}),
	}),
	page: (body) => {
		const page = pageIn(body);
		if (page === undefined) return undefined;
		const { items: calls, ...rest } = page;
		return { calls, ...rest };
	},
};

/**
 * Lists calls, without transcripts.
 *
 * @see https://docs.retellai.com/api-references/list-calls
 */
export const getMany: Operation = {
	name: 'getMany',
	fields: [...listFields, additionalFields(filters)],
	repeatable: true,
	request: (read) => paging.request(read, 1, undefined),
	paging,
	receipt,
};

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
				milliseconds(more('startedAfter'), 'Started After'),
				milliseconds(more('startedBefore'), 'Started Before'),
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

function milliseconds(value: unknown, label: string): number | undefined {
	const text = optionalText(value);
	if (text === '') return undefined;
	const time = timeAt({ text }, 'text');
	if (time !== null) return Date.parse(time);
	throw new BadInput(`${label} is not a date.`, 'Write it like 2026-09-01T10:00:00Z.');
}
