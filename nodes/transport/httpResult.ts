/** A provider's answer as it arrived, without its secrets. */
export interface Answer {
	/** HTTP status. */
	status: number;
	/** The body as JSON, or `undefined` for anything else. */
	json: unknown;
	/** The same with integers that JavaScript cannot hold as text, for IDs. */
	exact: unknown;
	/** Whether it is a text; where a file was asked for, its bytes say so, whatever its type is. */
	isText: boolean;
	isEmpty: boolean;
	/** The body as it came, where a file was asked for. */
	file: Buffer | undefined;
	/** The value of `Content-Type`, without parameters and in lower case; empty without one. */
	contentType: string;
	/** The value of `Location`, where the answer is a redirect that names one. */
	location: string | undefined;
	/** What `Retry-After` asks for, in milliseconds; `undefined` without a readable one. */
	retryAfter: number | undefined;
}

/** What became of one HTTP request. */
export type HttpResult =
	| { kind: 'answered'; answer: Answer }
	/** It certainly never left, e.g. because nobody listens there. `mayPass`: a moment later it may. */
	| { kind: 'notSent'; code: string; mayPass: boolean }
	/** It left, or may have, and nothing readable came back. */
	| { kind: 'silent'; code: string };
