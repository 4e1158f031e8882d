import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import type { Advice } from './advice';
import type { Operation, OperationName } from './operation';
import type { Registration } from './registration';
import type { CallRequest } from './request';

export type { FileAnswer } from './fileAnswer';
export type {
	ControlAddress,
	Idempotency,
	Operation,
	OperationName,
	Paging,
	ResourceName,
	WaitForResult,
} from './operation';
export type { CallRequest, ReadParameter, Receipt } from './request';

/** Where to send requests, and what must not be seen afterwards. */
export interface Access {
	/** No slash at the end. */
	address: string;
	/** Texts that are cut out of everything the provider sends back. */
	secrets: string[];
}

/** What a provider's answer to a harmless request says about a credential. */
export type ProbeVerdict =
	/** The provider knows it and it may read. */
	| 'accepted'
	/** The provider knows it, but it may not do this. */
	| 'limited'
	| 'refused'
	/** The answer is not the provider's own, in its documented form: nothing is proved. */
	| 'unknown';

/** A harmless request that tells whether the provider takes a credential. */
export interface Probe {
	method: 'GET' | 'POST';
	url: string;
	headers: Record<string, string>;
	/** Sent as JSON. */
	body?: IDataObject;
	/**
	 * Reads the provider's own answer.
	 *
	 * @param status of the answer; 429 and 5xx never get here
	 * @param body parsed JSON, `undefined` for anything else
	 */
	verdict(status: number, body: unknown): ProbeVerdict;
}

/** A list of the provider's that a resource locator offers "From List". */
export interface ListSearch {
	/**
	 * The request for one page.
	 *
	 * @param filter what the person typed; the empty text for nothing
	 * @param after what the page before gave as `next`
	 */
	request(filter: string, after: string | undefined): CallRequest;
	/**
	 * Reads one page. The node filters by name itself, so the provider need not.
	 *
	 * @returns `undefined` for what is no list
	 */
	page(body: unknown): { entries: ListEntry[]; next?: string } | undefined;
}

/** One entry of such a list. */
export interface ListEntry {
	name: string;
	/** The ID that stands in the parameter afterwards. */
	value: string;
}

/** One way to talk to a provider: a credential, and what can be done with it. */
export interface Connection {
	/** The value of the `authentication` parameter. */
	id: string;
	name: string;
	description: string;
	credentialType: string;
	operations: Operation[];
	/**
	 * Lists for resource locators, by the name that `typeOptions.searchListMethod` of a field gives:
	 * the provider's ID and what is listed, e.g. `vapiAssistants`.
	 */
	lists?: Readonly<Record<string, ListSearch>>;
	/** For providers that are told by their API where to send events. */
	registration?: Registration;
	/**
	 * @throws BadInput for a credential that no request can be sent with
	 */
	access(credential: ICredentialDataDecryptedObject): Access;
	/** What is wrong with a credential, as far as that can be told offline; see `TriggerProvider`. */
	credentialProblem(credential: ICredentialDataDecryptedObject): Advice | undefined;
	/** Where there is none, or it gives `undefined`, the credential is checked offline only. */
	probe?(credential: ICredentialDataDecryptedObject): Probe | undefined;
	/**
	 * What to do about a refusal, by the provider's own code of the error, where its HTTP status tells too
	 * little. One sentence or two.
	 */
	remedies?: ReadonlyMap<string, string>;
	/** Members of the answers, by name at any depth, that let whoever has them control a call: cut out of items. */
	controlMembers?: readonly string[];
	/** Whether an answer with a status of success reports a failure all the same. */
	isFailure(body: IDataObject, operation: OperationName): boolean;
}

/** What the Voice Call node has to know about a provider; the first connection is the default. */
export interface ActionProvider {
	connections: Connection[];
}
