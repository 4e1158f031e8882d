import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../verification/json';
import type { ListEntry, ListSearch } from '../common/action';
import { pathWithQuery } from '../common/query';
import { numberAt, objectAt, textAt } from '../common/reading';
import { filled } from '../common/text';

/** Entries on one page; Vapi gives up to a thousand assistants at once. */
const PAGE_SIZE = '100';

/**
 * The assistants of the account, the newest first.
 *
 * @see https://docs.vapi.ai/api-reference/assistants/list
 */
const assistants: ListSearch = {
	request: (_, after) => ({
		method: 'GET',
		path: pathWithQuery('/assistant', filled({ limit: PAGE_SIZE, createdAtLt: after })),
	}),
	page: (body) => {
		if (!Array.isArray(body)) return undefined;
		const held = objectsIn(body);
		const last = held.length < Number(PAGE_SIZE) ? undefined : held.at(-1);
		const next = last === undefined ? null : textAt(last, 'createdAt');
		return { entries: held.flatMap(entryOf), ...(next === null ? {} : { next }) };
	},
};

/**
 * The phone numbers of the account.
 *
 * @see https://docs.vapi.ai/api-reference/phone-numbers/phone-number-controller-find-all-paginated
 */
const phoneNumbers: ListSearch = {
	request: (_, after) => ({
		method: 'GET',
		path: pathWithQuery('/v2/phone-number', { limit: PAGE_SIZE, page: after ?? '1' }),
	}),
	page: (body) => {
		if (!isObject(body) || !Array.isArray(body.results)) return undefined;
		const metadata = objectAt(body as IDataObject, 'metadata');
		const page = numberAt(metadata, 'currentPage') ?? 1;
		const perPage = numberAt(metadata, 'itemsPerPage') ?? Number(PAGE_SIZE);
		const isLast = page * perPage >= (numberAt(metadata, 'totalItems') ?? 0);
		const entries = objectsIn(body.results).flatMap(entryOf);
		return { entries, ...(isLast ? {} : { next: String(page + 1) }) };
	},
};

/** The lists behind the fields of the form. */
export const lists = { vapiAssistants: assistants, vapiPhoneNumbers: phoneNumbers };

function objectsIn(entries: unknown[]): IDataObject[] {
	return entries.filter(isObject) as IDataObject[];
}

function entryOf(entry: IDataObject): ListEntry[] {
	const value = textAt(entry, 'id');
	if (value === null) return [];
	const number = textAt(entry, 'number', 'sipUri');
	const name = textAt(entry, 'name');
	const both = [name, number].filter((part) => part !== null).join(' · ');
	return [{ name: both === '' ? value : both, value }];
}
