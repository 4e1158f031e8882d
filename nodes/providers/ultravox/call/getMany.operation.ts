import type { INodeProperties } from 'n8n-workflow';
import type { Paging } from '../../common/action';
import { locatorField } from '../../common/fields';
import { pathWithQuery } from '../../common/query';
import { callsOf, listing } from '../../common/list';
import { filled, optionalText } from '../../common/text';
import { AGENTS, AN_AGENT } from '../lists';
import { pageIn } from '../page';
import { receipt } from './response';

const filters: INodeProperties[] = [
	locatorField(
		{ displayName: 'Agent', name: 'agentId', description: 'Only calls of this agent' },
		AGENTS,
		AN_AGENT,
	),
	{
		displayName: 'Search',
		name: 'search',
		type: 'string',
		default: '',
		description: 'Only calls in which Ultravox finds this text',
	},
];

const paging: Paging = {
	request: (read, limit, after) => {
		const filter = (name: string) => optionalText(read(`additionalFields.${name}`));
		const query = filled({
			agentIds: filter('agentId'),
			search: filter('search'),
			pageSize: String(limit),
			cursor: after,
		});
		return { method: 'GET', path: pathWithQuery('/calls', query) };
	},
	page: (body) => callsOf(pageIn(body)),
};

/**
 * Lists calls.
 *
 * @see https://docs.ultravox.ai/api-reference/calls/calls-list
 */
export const getMany = listing(filters, paging, receipt);
