import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { isObject } from '../../../verification/json';
import type { Paging } from '../../common/action';
import { locatorField } from '../../common/fields';
import { textAt } from '../../common/reading';
import { listing } from '../../common/list';
import { filled, optionalText } from '../../common/text';
import { pathWithQuery } from '../../common/query';
import { receipt } from './response';

/** As many as Vapi gives at once. */
const MOST = 1000;

const filters: INodeProperties[] = [
	locatorField(
		{
			displayName: 'Assistant',
			name: 'assistantId',
			description: 'Only calls of this assistant',
		},
		'vapiAssistants',
		'c9a4e9d2-7c1f-4a55-9a3e-2f0c0ffee012',
	),
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
	locatorField(
		{
			displayName: 'Phone Number',
			name: 'phoneNumberId',
			description: 'Only calls of this phone number',
		},
		'vapiPhoneNumbers',
		'5f1c0ffe-e012-4a55-9a3e-7c1f2f0c9a4e',
	),
];

/** The newest call first; the page after it is asked for by the time of its last call. */
const paging: Paging = {
	request: (read, limit, after) => {
		const filter = (name: string) => optionalText(read(`additionalFields.${name}`));
		const query = filled({
			limit: String(Math.min(limit, MOST)),
			assistantId: filter('assistantId'),
			phoneNumberId: filter('phoneNumberId'),
			createdAtGt: filter('createdAfter'),
			createdAtLt: after ?? filter('createdBefore'),
		});
		return { method: 'GET', path: pathWithQuery('/call', query) };
	},
	page: (body) => {
		if (!Array.isArray(body)) return undefined;
		const calls = body.filter(isObject) as IDataObject[];
		const last = calls.at(-1);
		const next = last === undefined ? null : textAt(last, 'createdAt');
		return { calls, ...(next === null ? {} : { next }) };
	},
};

/**
 * Lists calls.
 *
 * @see https://docs.vapi.ai/api-reference/calls/list
 */
export const getMany = listing(filters, paging, receipt);
