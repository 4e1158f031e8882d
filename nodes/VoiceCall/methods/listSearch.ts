import {
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodeListSearchResult,
} from 'n8n-workflow';
import type { Connection, ListEntry, ListSearch } from '../../providers/common/action';
import { BadInput } from '../../providers/common/badInput';
import type { Failure } from '../outcome';
import type { HttpResult } from '../../transport/httpResult';
import { failureOf, unclear } from '../outcomeOf';
import { callingProviders } from '../registry';
import { failureText } from '../result/messages';
import { endpointOf } from '../../transport/endpoint';
import { send } from '../../transport/send';

type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** In milliseconds; somebody waits in front of the form. */
const TIMEOUT = 15_000;
/** Pages that are looked through for a word before the list says that there is more. */
const PAGES_AT_ONCE = 10;

/** The lists behind the resource locators, by the name that the fields call them. */
export const listSearch: Record<string, Search> = Object.fromEntries(
	callingProviders.flatMap(({ name, action }) =>
		action.connections.flatMap((connection) =>
			Object.entries(connection.lists ?? {}).map(([id, list]) => [
				id,
				async function (this: ILoadOptionsFunctions, filter?: string, paginationToken?: string) {
					return await search(this, { connection, list, provider: name }, filter, paginationToken);
				},
			]),
		),
	),
);

interface Searched {
	connection: Connection;
	list: ListSearch;
	provider: string;
}

async function search(
	context: ILoadOptionsFunctions,
	searched: Searched,
	filter = '',
	token?: string,
): Promise<INodeListSearchResult> {
	const isWanted = ({ name, value }: ListEntry) =>
		`${name}\n${value}`.toLowerCase().includes(filter.trim().toLowerCase());
	const results: ListEntry[] = [];
	let next = token;
	for (let pages = 0; pages < PAGES_AT_ONCE; pages += 1) {
		const page = await pageAfter(context, searched, filter.trim(), next);
		results.push(...page.entries.filter(isWanted));
		next = page.next;
		if (next === undefined || results.length > 0) break;
	}
	return { results, paginationToken: next };
}

async function pageAfter(
	context: ILoadOptionsFunctions,
	{ connection, list, provider }: Searched,
	filter: string,
	after: string | undefined,
) {
	const result = await answerTo(context, connection, list, filter, after);
	// Every list that is picked from is read, as calls are.
	const failure = failureOf(result, { name: 'getMany' });
	if (failure !== undefined) throw problem(context, failure, provider);
	const { answer } = result as Extract<HttpResult, { kind: 'answered' }>;
	const page = list.page(answer.exact);
	if (page !== undefined) return page;
	throw problem(context, unclear(answer.status, 'an answer that is not a list'), provider);
}

async function answerTo(
	context: ILoadOptionsFunctions,
	connection: Connection,
	list: ListSearch,
	filter: string,
	after: string | undefined,
): Promise<HttpResult> {
	try {
		const endpoint = await endpointOf(context, connection, TIMEOUT);
		return await send(context, endpoint, list.request(filter, after));
	} catch (error) {
		const description = error instanceof BadInput ? error.advice : undefined;
		throw new NodeOperationError(context.getNode(), error as Error, { description });
	}
}

function problem(context: ILoadOptionsFunctions, failure: Failure, provider: string) {
	const { message, advice } = failureText(failure, {
		provider,
		operation: 'getMany',
		what: 'the list',
		callId: undefined,
		limits: undefined,
		protectedFor: undefined,
		timeout: TIMEOUT / 1000,
	});
	return new NodeOperationError(context.getNode(), `${provider} gave no list`, {
		description: `${message}. ${advice}`,
	});
}
