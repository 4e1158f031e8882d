import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ListEntry, ListSearch } from '../common/action';
import { locatorField } from '../common/fields';
import { pathWithQuery } from '../common/query';
import { textAt } from '../common/reading';
import { pageIn } from './page';

/** As many as Telnyx gives at once. */
const PAGE_SIZE = '250';

/** A list whose pages have numbers. */
function numbered(path: string, entryOf: (entry: IDataObject) => ListEntry[]): ListSearch {
	return {
		request: (_, after = '1') => ({
			method: 'GET',
			path: pathWithQuery(path, { 'page[number]': after, 'page[size]': PAGE_SIZE }),
		}),
		page: (body) => {
			const page = pageIn(body);
			return page && { entries: page.entries.flatMap(entryOf), ...page.next };
		},
	};
}

/** An entry that is known by an ID. */
const byId =
	(name: string) =>
	(entry: IDataObject): ListEntry[] => {
		const value = textAt(entry, 'id');
		return value === null ? [] : [{ name: textAt(entry, name) ?? value, value }];
	};

/** @see https://developers.telnyx.com/api-reference/call-control-applications/list-call-control-applications */
const applications = numbered('/call_control_applications', byId('application_name'));

/** The numbers of the account. @see https://github.com/team-telnyx/telnyx-node/blob/master/src/resources/phone-numbers/phone-numbers.ts */
const phoneNumbers = numbered('/phone_numbers', (entry) => {
	const value = textAt(entry, 'phone_number');
	if (value === null) return [];
	const connection = textAt(entry, 'connection_name');
	return [{ name: connection === null ? value : `${value} · ${connection}`, value }];
});

/**
 * The AI assistants of the account, all at once.
 *
 * @see https://developers.telnyx.com/api-reference/assistants/list-assistants
 */
const assistants: ListSearch = {
	request: () => ({ method: 'GET', path: '/ai/assistants' }),
	page: (body) => {
		const page = pageIn(body);
		return page && { entries: page.entries.flatMap(byId('name')) };
	},
};

/** The lists behind the fields of the form. */
export const lists = {
	telnyxApplications: applications,
	telnyxAssistants: assistants,
	telnyxPhoneNumbers: phoneNumbers,
};

/** The application that a call belongs to. */
export const applicationField = locatorField(
	{
		displayName: 'Application',
		name: 'connectionId',
		required: true,
		description: 'The Voice API application that the call belongs to (connection_id)',
	},
	'telnyxApplications',
	'1293384261075731499',
);

/** An AI assistant. */
export function assistantField(description: string): INodeProperties {
	return locatorField(
		{ displayName: 'Assistant', name: 'assistantId', description },
		'telnyxAssistants',
		'assistant-1a2b3c4d-0000-4000-8000-000000000001',
	);
}

/** A number of the account. */
export function ownNumberField(
	field: Pick<INodeProperties, 'description' | 'required'>,
): INodeProperties {
	return locatorField(
		{ displayName: 'From', name: 'from', ...field },
		'telnyxPhoneNumbers',
		'+14155550100',
		'By Number',
	);
}
