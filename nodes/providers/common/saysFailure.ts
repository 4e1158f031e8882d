import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../verification/json';
import type { OperationName } from './operation';

/** Members that hold something only when something failed; names in lower case, without `_` and `-`. */
const COMPLAINT =
	/^(?:(?:api|first|internal|last|request|server|validation)?(?:err|error|exception|fault)s?|(?:err|error|exception|failure|fault)(?:code|description|details?|info|messages?|msg|name|no|number|reasons?|string|text|type))$/;
/** Members that are true when something failed. */
const FAILED = new Set(['failed', 'failure', 'haserror', 'haserrors', 'iserror']);
/** Members that are not true when something failed. */
const SUCCEEDED = new Set(['accepted', 'issuccess', 'ok', 'succeeded', 'success', 'successful']);
/** The same for what an operation ends or takes away; a new call has not ended, and all is well. */
const ENDED = new Set([
	...['aborted', 'cancelled', 'canceled', 'deleted', 'ended', 'hangup', 'hungup', 'stopped'],
	'terminated',
]);
/** Members that say how it went in one word, or in the number of an HTTP status. */
const VERDICTS = new Set(
	'code httpcode httpstatus outcome result state status statuscode'.split(' '),
);
/** Members that may hold the answer itself; what a caller gave along, and gets back, is not among them. */
const WRAPPERS = new Set([
	'data',
	'response',
	'responses',
	'result',
	'results',
	'status',
	'success',
]);
/** Deeper than any answer is wrapped. */
const DEEPEST = 4;

const FAILURE_WORDS =
	/(?:^|[^a-z])(?:cannot|conflict|declined|denied|error|errored|exception|fail|failed|failure|forbidden|invalid|nack|nok|refused|rejected|unable|unauthenticated|unauthorized|unavailable|unprocessable|unsuccessful)(?![a-z])|not[ _-]?(?:allowed|done|found|permitted|possible)|bad[ _-]?request|(?:can|could|did)(?:n[’']t|[ _-]not)/;
const TYPE_OF_FAILURE = /^(?:error|exception|fail|failed|failure)$/;
const HTTP_ERROR = /^[45]\d\d(?:\s|$)/;
/** What stands in such members when nothing failed. */
const NO_COMPLAINT =
	/^(?:|-|0+|2\d\d|false|n\/?a|nil|none|null|ok|success|undefined|(?:no|none|without)[ _-]?errors?\b.*)$/;

/**
 * Whether a body that came with a status of success says anything like an error. For requests that
 * change something; a call that was read may well have failed.
 *
 * @param operation what was asked for
 */
export function saysFailure(body: IDataObject, operation?: OperationName): boolean {
	const ends = operation === 'cancel' || operation === 'delete';
	return isFailure(body, ends, DEEPEST);
}

function isFailure(value: unknown, ends: boolean, depth: number): boolean {
	if (depth === 0) return false;
	if (Array.isArray(value)) {
		return value.length > 0 && value.every((each) => isFailure(each, ends, depth - 1));
	}
	if (!isObject(value)) return false;
	return Object.entries(value).some(([written, held]) => {
		const name = written.toLowerCase().replaceAll(/[_-]/g, '');
		if (COMPLAINT.test(name)) return isComplaint(held);
		if (FAILED.has(name) && isYes(held)) return true;
		if (SUCCEEDED.has(name) && isNo(held)) return true;
		if (ends && ENDED.has(name) && isNo(held)) return true;
		if (VERDICTS.has(name) && isBadVerdict(held)) return true;
		if (name === 'type' && TYPE_OF_FAILURE.test(folded(held))) return true;
		return WRAPPERS.has(name) && isFailure(held, ends, depth - 1);
	});
}

/** Text and numbers as text, in lower case; the empty text for anything else. */
function folded(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number'
		? String(value).trim().toLowerCase()
		: '';
}

function isYes(value: unknown): boolean {
	return value === true || /^(?:true|yes|y|[1-9]\d*)$/.test(folded(value));
}

function isNo(value: unknown): boolean {
	return value === false || /^(?:false|no|0|n)$/.test(folded(value)) || isBadVerdict(value);
}

/** Whether a word, a sentence or the number of an HTTP status says that something failed. */
export function isBadVerdict(value: unknown): boolean {
	if (value === false) return true;
	const word = folded(value);
	if (word === 'false' || HTTP_ERROR.test(word)) return true;
	return FAILURE_WORDS.test(word) && !NO_COMPLAINT.test(word);
}

/** Whether a member that is there only when something failed holds anything. */
function isComplaint(value: unknown): boolean {
	if (Array.isArray(value)) return value.some(isComplaint);
	if (isObject(value)) return Object.values(value).some(isComplaint);
	return value === true || !NO_COMPLAINT.test(folded(value));
}
