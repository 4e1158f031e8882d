import type { IDataObject } from 'n8n-workflow';
import type { CallStatus } from './event';

/**
 * Reads a parameter of the node for one item; the empty text where nothing was entered. Of a resource
 * locator it gives the value.
 */
export type ReadParameter = (name: string) => unknown;

/** One HTTP request to a provider, without its credential. */
export interface CallRequest {
	method: 'DELETE' | 'GET' | 'PATCH' | 'POST' | 'PUT';
	/** What follows the address of the connection; empty, or starts with a slash. */
	path: string;
	/** Sent as JSON. */
	body?: IDataObject;
	headers?: Record<string, string>;
	/** The call that the request is about, where there is one already. */
	callId?: string;
	/** Where the events of the call go, for a request that says it: the provider has to reach it. */
	eventsTo?: string;
	/** The phone number that rings, or those that do, for a request that places calls. */
	callee?: string | readonly string[];
	/** What a person adds to the body, beside what the fields of the form say. */
	additions?: IDataObject;
	/** The key that the person chose, where the operation has one. */
	idempotencyKey?: string;
}

/** What a provider's answer says about the call, in one form for all. */
export interface Receipt {
	/** `null` where the answer does not name the call. */
	callId: string | null;
	/** `null` where the answer does not say it. */
	status: CallStatus | null;
	/** The provider's sentence, or `null`. */
	message: string | null;
}

/** An answer with a status of success. */
export interface SuccessAnswer {
	/** HTTP status, 200 to 299. */
	status: number;
	/** The body as a JSON object, or `undefined` for anything else, also for an empty body. */
	body: IDataObject | undefined;
}
