import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../verification/json';
import type { ListEntry, ListSearch } from '../common/action';
import { pathWithQuery } from '../common/query';
import { textAt } from '../common/reading';
import { filled } from '../common/text';
import { pageIn } from './paging';

/** Entries on one page, as many as ElevenLabs gives. */
const PAGE_SIZE = '100';

/** What carries a number, as the field Telephony calls it. */
const TELEPHONY: Record<string, string> = { twilio: 'Twilio', sip_trunk: 'SIP Trunk' };

/**
 * The agents of the workspace; ElevenLabs looks for names itself.
 *
 * @see https://elevenlabs.io/docs/api-reference/agents/list
 */
const agents: ListSearch = {
	request: (filter, after) => ({
		method: 'GET',
		path: pathWithQuery(
			'/v1/convai/agents',
			filled({ page_size: PAGE_SIZE, search: filter, cursor: after }),
		),
	}),
	page: (body) => {
		const page = pageIn(body, 'agents');
		return page && { entries: page.entries.flatMap(agentOf), ...page.next };
	},
};

function agentOf(entry: IDataObject): ListEntry[] {
	const value = textAt(entry, 'agent_id');
	return value === null ? [] : [{ name: textAt(entry, 'name') ?? value, value }];
}

/**
 * The phone numbers of the workspace, all at once, each with what carries it.
 *
 * @see https://elevenlabs.io/docs/api-reference/phone-numbers/list
 */
const phoneNumbers: ListSearch = {
	request: () => ({ method: 'GET', path: '/v1/convai/phone-numbers' }),
	page: (body) => {
		if (!Array.isArray(body)) return undefined;
		const held = body.filter(isObject) as IDataObject[];
		return { entries: held.flatMap(numberOf) };
	},
};

function numberOf(entry: IDataObject): ListEntry[] {
	const value = textAt(entry, 'phone_number_id');
	if (value === null) return [];
	const number = textAt(entry, 'phone_number') ?? value;
	const parts = [textAt(entry, 'label'), number, telephonyOf(textAt(entry, 'provider'))];
	return [{ name: parts.filter((part) => part !== null).join(' · '), value }];
}

function telephonyOf(word: string | null): string | null {
	return word !== null && Object.hasOwn(TELEPHONY, word) ? TELEPHONY[word] : word;
}

/** The lists behind the fields of the form. */
export const lists = { elevenLabsAgents: agents, elevenLabsPhoneNumbers: phoneNumbers };
