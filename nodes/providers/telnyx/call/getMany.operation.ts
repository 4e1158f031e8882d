import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../../verification/json';
import type { Operation, Paging, Receipt } from '../../common/action';
import { callIdInPath } from '../../common/callId';
import { listFields } from '../../common/fields';
import { pathWithQuery } from '../../common/query';
import { objectAt, textAt } from '../../common/reading';
import { filled, requiredText } from '../../common/text';
import { applicationField } from '../lists';

const paging: Paging = {
	request: (read, limit, after) => {
		const id = requiredText(read('connectionId'), 'Application', 'Choose an application.');
		const path = `/connections/${callIdInPath(id)}/active_calls`;
		const query = filled({ 'page[limit]': String(limit), 'page[after]': after });
		return { method: 'GET', path: pathWithQuery(path, query) };
	},
	page: (body) => {
		if (!isObject(body) || !Array.isArray(body.data)) return undefined;
		const cursors = objectAt(objectAt(body as IDataObject, 'meta'), 'cursors');
		const next = textAt(cursors, 'after');
		const calls = body.data.filter(isObject) as IDataObject[];
		return { calls, ...(next === null ? {} : { next }) };
	},
};

/** Whoever is in the list lives. */
const receipt = (call: IDataObject): Receipt => ({
	callId: textAt(call, 'call_control_id'),
	status: 'in-progress',
	message: null,
});

/**
 * Lists the calls of an application that go on right now. There is no list of those that are over.
 *
 * @see https://developers.telnyx.com/api-reference/call-information/list-all-active-calls-for-given-connection
 */
export const getMany: Operation = {
	name: 'getMany',
	fields: [applicationField, ...listFields],
	repeatable: true,
	limits: 'Telnyx lists the calls that go on right now, of one application.',
	request: (read) => paging.request(read, 1, undefined),
	paging,
	receipt,
};
