import type { IDataObject } from 'n8n-workflow';
import type { Receipt } from '../providers/common/action';
import type { Problem } from '../providers/common/problem';

/** A provider's answer as it arrived, without its secrets. */
export interface Answer {
	/** HTTP status. */
	status: number;
	/** The body as JSON, or `undefined` for anything else. */
	json: unknown;
	/** The same with integers that JavaScript cannot hold as text, for IDs. */
	exact: unknown;
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

/** A file that a provider gave, e.g. a recording. */
export interface HttpFile {
	content: Buffer;
	/** Without an ending. */
	name: string;
	mimeType: string;
}

/** What became of one thing to do with a call. */
export type Outcome =
	| { kind: 'done'; receipt: Receipt; response: IDataObject; file?: HttpFile }
	/** The provider said no: it did nothing. */
	| { kind: 'refused'; status: number; problem: Problem; response: IDataObject | undefined }
	/** The provider said: too many requests. It did nothing. */
	| { kind: 'limited'; problem: Problem; retryAfter: number | undefined }
	| { kind: 'notSent'; code: string; mayPass: boolean }
	/** Nobody knows whether the provider did it. */
	| { kind: 'unclear'; status?: number; code: string; problem: Problem }
	/** The person stopped the execution before anything was sent. */
	| { kind: 'stopped' };

/** Everything but success. */
export type Failure = Exclude<Outcome, { kind: 'done' }>;

/** An attempt that an earlier run of the node in the same execution left unclear. */
export const EARLIER_ATTEMPT = {
	kind: 'unclear',
	code: 'earlier attempt',
	problem: { code: null, message: null },
} as const satisfies Outcome;
