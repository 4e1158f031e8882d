import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { isObject } from '../../../verification/json';
import type { Paging } from '../../common/action';
import { pathWithQuery } from '../../common/query';
import { listing } from '../../common/list';
import { filled, optionalText } from '../../common/text';
import { yesOrNo } from '../../common/yesOrNo';
import { receipt } from './response';

const text = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	description,
});

const filters: INodeProperties[] = [
	text('Batch ID', 'batchId', 'Only calls of this batch'),
	{
		displayName: 'Completed',
		name: 'completed',
		type: 'boolean',
		default: true,
		description: 'Whether to return the calls that are completed, or those that are not',
	},
	{
		displayName: 'Created After',
		name: 'createdAfter',
		type: 'dateTime',
		default: '',
		description: 'Only calls created after this time',
	},
	{
		displayName: 'Created Before',
		name: 'createdBefore',
		type: 'dateTime',
		default: '',
		description: 'Only calls created before this time',
	},
	text('From Number', 'fromNumber', 'Only calls from this number'),
	{
		displayName: 'Inbound',
		name: 'inbound',
		type: 'boolean',
		default: true,
		description: 'Whether to return the calls that came in, or those that went out',
	},
	{
		displayName: 'Oldest First',
		name: 'ascending',
		type: 'boolean',
		default: true,
		description: 'Whether to list the oldest call first',
	},
	text('To Number', 'toNumber', 'Only calls to this number'),
];

/**
 * A page is a range of the list by its numbers, the first of which is 0. It is over with an empty page: what
 * `count` and `total_count` count is told in two ways.
 */
const paging: Paging = {
	request: (read, limit, after = '0') => {
		const filter = (name: string) => optionalText(read(`additionalFields.${name}`));
		const only = (name: string, label: string) =>
			yesOrNo(read(`additionalFields.${name}`), label)?.toString();
		const query = filled({
			from: after,
			to: String(Number(after) + limit),
			batch_id: filter('batchId'),
			completed: only('completed', 'Completed'),
			start_date: filter('createdAfter'),
			end_date: filter('createdBefore'),
			from_number: filter('fromNumber'),
			inbound: only('inbound', 'Inbound'),
			ascending: only('ascending', 'Oldest First'),
			to_number: filter('toNumber'),
		});
		return { method: 'GET', path: pathWithQuery('/v1/calls', query) };
	},
	page: (body, after = '0') => {
		if (!isObject(body) || !Array.isArray(body.calls)) return undefined;
		const calls = body.calls.filter(isObject) as IDataObject[];
		return { calls, next: String(Number(after) + body.calls.length) };
	},
};

/**
 * Lists calls.
 *
 * @see https://docs.bland.ai/api-v1/get/calls
 */
export const getMany = listing(filters, paging, receipt);
