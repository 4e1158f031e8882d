import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../verification/json';
import type { ListEntry, ListSearch } from '../common/action';
import { member, textAt } from '../common/reading';

/** How the entries of a list are read: the ID, and what a person knows it by. */
interface Entries {
	id: readonly string[];
	name: readonly string[];
}

/**
 * A list of the account's, all of it at once: no paging is documented. Bland gives some bare, others as a
 * member, or within `data`.
 *
 * @see https://docs.bland.ai/api-v1/get/inbound
 */
function listAt(path: string, members: readonly string[], entries: Entries): ListSearch {
	return {
		request: () => ({ method: 'GET', path }),
		page: (body) => {
			const list = listIn(body, members);
			if (list === undefined) return undefined;
			const held = list.filter(isObject).map((entry) => entry as IDataObject);
			return { entries: held.flatMap((entry) => entryOf(entry, entries)) };
		},
	};
}

function listIn(body: unknown, members: readonly string[]): unknown[] | undefined {
	if (Array.isArray(body)) return body;
	if (!isObject(body)) return undefined;
	const found = members.map((name) => member(body as IDataObject, name)).find(Array.isArray);
	return found ?? listIn(member(body as IDataObject, 'data'), members);
}

function entryOf(entry: IDataObject, { id, name }: Entries): ListEntry[] {
	const value = textAt(entry, ...id);
	if (value === null) return [];
	return [{ name: textAt(entry, ...name) ?? value, value }];
}

const named: Entries = { id: ['id'], name: ['name'] };

/** The lists behind the fields of the form. */
export const lists = {
	blandAgents: listAt('/v1/agents', ['agents'], { id: ['agent_id', 'id'], name: ['name'] }),
	blandPathways: listAt('/v1/convo_pathway', ['pathways'], named),
	blandPersonas: listAt('/v1/personas', ['personas'], named),
	blandPhoneNumbers: listAt('/v1/inbound', ['inbound_numbers', 'phone_numbers'], {
		id: ['phone_number'],
		name: ['phone_number'],
	}),
	blandVoices: listAt('/v1/voices', ['voices'], named),
};
