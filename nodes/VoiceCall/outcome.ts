import type { IDataObject } from 'n8n-workflow';
import type { Receipt } from '../providers/common/action';
import type { Problem } from '../providers/common/problem';

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

/**
 * An attempt that an earlier run of the node in the same execution left unclear; with a status where the
 * provider refused a repeat of it.
 */
export const EARLIER_ATTEMPT = {
	kind: 'unclear',
	code: 'earlier attempt',
	problem: { code: null, message: null },
} as const satisfies Outcome;
