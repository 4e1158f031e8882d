import type { IDataObject } from 'n8n-workflow';
import type { Reason } from '../../verification/verdict';

/** Why a request did not start the workflow: a verdict's reason, or one of the shell's own. */
export type RefusalReason =
	| Reason
	| 'sender-not-allowed'
	| 'body-unreadable'
	| 'content-encoding'
	| 'not-an-object'
	| 'allowlist-malformed'
	| 'settings-malformed'
	| 'credential-unreadable';

/** What the sender gets to see. The body never tells an outsider which check failed. */
export interface Answer {
	status: number;
	body: IDataObject;
}

/** 401 is final for providers. */
const UNAUTHORIZED: Answer = { status: 401, body: { error: 'unauthorized' } };
const FORBIDDEN: Answer = { status: 403, body: { error: 'forbidden' } };
const UNPROCESSABLE: Answer = { status: 422, body: { error: 'unprocessable' } };
/** What is our fault is never a 4xx: providers retry a 5xx. */
const UNAVAILABLE: Answer = { status: 503, body: { error: 'unavailable' } };

const EXCEPTIONS: Partial<Record<RefusalReason, Answer>> = {
	'sender-not-allowed': FORBIDDEN,
	'not-an-object': UNPROCESSABLE,
	'allowlist-malformed': UNAVAILABLE,
	'settings-malformed': UNAVAILABLE,
	'secret-missing': UNAVAILABLE,
	'secret-malformed': UNAVAILABLE,
	'credential-unreadable': UNAVAILABLE,
};

/** The answer to a request that is refused for a reason. */
export function answerTo(reason: RefusalReason): Answer {
	return EXCEPTIONS[reason] ?? UNAUTHORIZED;
}

/** Whether a refusal is our own fault rather than the sender's. */
export function isOurFault(reason: RefusalReason): boolean {
	return answerTo(reason) === UNAVAILABLE;
}

/** The body of a 200 answer to a genuine event that does not start the workflow. */
export const NOT_SUBSCRIBED: IDataObject = { received: true, ignored: 'event' };
export const SEEN_BEFORE: IDataObject = { received: true, duplicate: true };
