import type { ICredentialDataDecryptedObject, IDataObject, INodeProperties } from 'n8n-workflow';
import type { CallStatus } from './event';

/** What can be done with a call. Not every provider can do all of it. */
export type OperationName = 'cancel' | 'create' | 'delete' | 'get';

/** Reads a parameter of the node for one item; the empty text where nothing was entered. */
export type ReadParameter = (name: string) => unknown;

/** One HTTP request to a provider, without its credential. */
export interface CallRequest {
	method: 'DELETE' | 'GET' | 'POST';
	/** What follows the address of the connection; empty, or begins with a slash. */
	path: string;
	/** Sent as JSON. */
	body?: IDataObject;
	headers?: Record<string, string>;
	/** The call that the request is about, where there is one already. */
	callId?: string;
	/** The phone number that rings, for a request that places a call. */
	callee?: string;
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

/** One thing to do with a call, over one connection. Data, and pure functions. */
export interface Operation {
	name: OperationName;
	/** The fields of the form; the node shows them for this operation alone. */
	fields: INodeProperties[];
	/**
	 * Whether the same request may be sent again when nobody knows what became of the first: it only
	 * reads, or the provider documents that a second one does nothing.
	 */
	repeatable: boolean;
	/**
	 * The header that makes a second request with the same value do nothing, where the provider
	 * documents one.
	 */
	idempotencyHeader?: string;
	/** When the provider refuses this, in one sentence for a person. */
	limits?: string;
	/**
	 * The request that the fields ask for.
	 *
	 * @throws BadInput for a field that cannot be right
	 */
	request(read: ReadParameter): CallRequest;
	/** Reads an answer that is a JSON object and no failure. */
	receipt(body: IDataObject): Receipt;
	/** A harmless request whose receipt tells the state of a call that this operation was refused for. */
	inquiry?(callId: string): Pick<CallRequest, 'method' | 'path'>;
}

/** Where to send requests, and what must not be seen afterwards. */
export interface Access {
	/** No slash at the end. */
	address: string;
	/** Texts that are cut out of everything the provider sends back. */
	secrets: string[];
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
	 * @throws BadInput for a credential that no request can be sent with
	 */
	access(credential: ICredentialDataDecryptedObject): Access;
	/** What is wrong with a credential, as far as that can be told offline; see `TriggerProvider`. */
	credentialProblem(credential: ICredentialDataDecryptedObject): string | undefined;
	/**
	 * A harmless request that tells whether the provider takes the credential: 404 says yes, 401 no.
	 * Where there is none, the credential is checked offline only.
	 */
	probe?(credential: ICredentialDataDecryptedObject): {
		url: string;
		headers: Record<string, string>;
	};
	/** Whether an answer with a status of success reports a failure all the same. */
	isFailure(body: IDataObject, operation: OperationName): boolean;
}

/** What the Voice Call node has to know about a provider; the first connection is the default. */
export interface ActionProvider {
	connections: Connection[];
}
