import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { CallEvent } from './event';
import type { FileAnswer } from './fileAnswer';
import type { CallRequest, ReadParameter, Receipt, SuccessAnswer } from './request';

/** What the node's operations are about. */
export type ResourceName = 'broadcast' | 'call';

/** What can be done. Not every provider can do all of it. */
export type OperationName =
	| 'accept'
	/** Cancels a call that waits, or hangs up a live one. */
	| 'cancel'
	| 'connect'
	| 'create'
	| 'delete'
	| 'get'
	| 'getMany'
	| 'getRecording'
	| 'getTranscript'
	| 'hold'
	| 'play'
	| 'record'
	| 'reject'
	| 'resume'
	| 'sendDigits'
	| 'startAssistant'
	| 'stopAssistant'
	| 'stopRecording'
	| 'update';

/**
 * How a provider tells the second request for one call from a request for a second call: by a key in a
 * header, or in a member of the body.
 */
export type Idempotency = ({ header: string } | { member: string }) & {
	/** How long the provider remembers a key, where it forgets them: later a second request counts anew. */
	lifetimeSeconds?: number;
};

/** How the calls of a list are read, page by page. */
export interface Paging {
	/**
	 * @param limit how many entries are wanted at most
	 * @param after what the page before gave as `next`; `undefined` for the first page
	 */
	request(read: ReadParameter, limit: number, after: string | undefined): CallRequest;
	/**
	 * Reads one page: its calls, and what asks for the page after it, if there is one.
	 *
	 * @param after what the page was asked for with
	 * @returns `undefined` for what is no list
	 */
	page(
		body: unknown,
		after: string | undefined,
	): { calls: IDataObject[]; next?: string } | undefined;
}

/** An address of one call's own, that commands to it are sent to. */
export interface ControlAddress {
	/** The request whose answer names the address. */
	inquiry(callId: string): Pick<CallRequest, 'method' | 'path'>;
	/** `null` where the answer names none: the call cannot be controlled. */
	address(body: IDataObject): string | null;
}

/**
 * How a call that is created reports its result to an address of its own, for Create and Wait.
 */
export interface WaitForResult {
	/**
	 * The field of `create` for the same address, which Create and Wait leaves out, e.g. `callbackUrl` or
	 * `additionalFields.eventUrl`.
	 */
	field?: string;
	/**
	 * Members of the request, by their paths, by which a call could report elsewhere as well; a person cannot
	 * add them.
	 */
	reserved?: readonly string[];
	/** Whether a call brings the secret that its events are signed with; else it is the credential's. */
	bringsSecret?: boolean;
	/**
	 * The request with the address that the events of this call go to.
	 *
	 * @param secret of this call alone, for a call that brings one
	 */
	withWebhook(request: CallRequest, url: string, secret: string): CallRequest;
	/** Whether the call is over for good at this event, whatever its end; no further attempt follows. */
	isEnded(event: CallEvent, payload: IDataObject): boolean;
	/**
	 * Whether this event brings the analysis, where the provider sends one after the end; also an event
	 * after which none can come any more.
	 */
	isAnalyzed?(event: CallEvent, payload: IDataObject): boolean;
}

/** One thing to do, over one connection. Data, and pure functions. */
export interface Operation {
	/** `call` where nothing is said. */
	resource?: ResourceName;
	name: OperationName;
	/** The fields of the form; the node shows them for this operation alone. */
	fields: INodeProperties[];
	/**
	 * Whether the same request may be sent again when nobody knows what became of the first: it only
	 * reads, or the provider documents that a second one does nothing.
	 */
	repeatable: boolean;
	/** What makes a second request with the same key do nothing, where the provider documents it. */
	idempotency?: Idempotency;
	/** When the provider refuses this, in one sentence for a person. */
	limits?: string;
	/**
	 * The request that the fields ask for.
	 *
	 * @throws BadInput for a field that cannot be right
	 */
	request(read: ReadParameter): CallRequest;
	/**
	 * Members of the request, by their paths, by which others than the form says could be called; a person
	 * cannot add them.
	 */
	reserved?: readonly string[];
	/** Reads an answer that is a JSON object and no failure. */
	receipt(body: IDataObject): Receipt;
	/**
	 * Whether an answer with a status of success is evidence that it was done: it has the call's own
	 * ID, or the documented word or status. Without evidence the outcome is unclear. Where it is
	 * missing, a call ID or a known status in the receipt is the evidence, or `success: true`.
	 */
	isDone?(answer: SuccessAnswer, request: CallRequest, receipt: Receipt): boolean;
	/**
	 * Where the request goes to an address that the provider gives with each call, without the credential:
	 * the address itself is the key.
	 */
	control?: ControlAddress;
	/** A harmless request whose receipt tells the state of a call that this operation was refused for. */
	inquiry?(callId: string): Pick<CallRequest, 'method' | 'path'>;
	/** For `getMany`: the requests for the pages; `receipt` then reads single entries. */
	paging?: Paging;
	/** For operations that bring a file. */
	file?: FileAnswer;
	/** For `create`, where the call takes an address for its own events. */
	wait?: WaitForResult;
}
