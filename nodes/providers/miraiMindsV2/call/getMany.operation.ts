import type { Paging } from '../../common/action';
import { pathWithQuery } from '../../common/query';
import { callsOf, listing } from '../../common/list';
import { filled, optionalText } from '../../common/text';
import { pageIn } from '../page';
import { filters } from './getMany.fields';
import { receipt } from './response';

/** As many as Mirai Minds gives at once. */
const MOST = 100;

/** The newest call first. */
const paging: Paging = {
	request: (read, limit, after) => {
		const filter = (name: string) => optionalText(read(`additionalFields.${name}`));
		const query = filled({
			agent_id: filter('agentId'),
			status: filter('status'),
			from: filter('createdAfter'),
			to: filter('createdBefore'),
			limit: String(Math.min(limit, MOST)),
			cursor: after,
		});
		return { method: 'GET', path: pathWithQuery('/v2/calls', query) };
	},
	page: (body) => callsOf(pageIn(body)),
};

/**
 * Lists calls.
 *
 * @see https://github.com/MiraiMinds/docs (v2/calls.mdx, List calls)
 */
export const getMany = listing(filters, paging, receipt);
