import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../verification/json';
import { member, objectAt, textAt } from './reading';

/** What a provider says went wrong. */
export interface Problem {
	/** The provider's own code, e.g. `NOT_FOUND` or `6110`. */
	code: string | null;
	/** The provider's own sentence. */
	message: string | null;
}

/**
 * Finds code and sentence in the body of a failure, in all the shapes that the providers document:
 * `{error: {code, message}}`, `{result, error, desc}`, `{result, msg}`, `{status, error_code,
 * message}`, `{success, message}`, `{status_code, message}`.
 *
 * @see https://docs.huskyvoice.ai/api/rate-limits/
 * @see https://developer.enablex.io/reference/errors.html
 */
export function problemIn(body: IDataObject): Problem {
	const nested = objectAt(body, 'error');
	const error = member(body, 'error');
	return {
		code:
			textAt(nested, 'code') ??
			textAt(body, 'error_code', 'code') ??
			resultCode(body) ??
			(typeof error === 'string' && hasSentence(body) ? textAt(body, 'error') : null),
		message:
			textAt(nested, 'message', 'description') ??
			textAt(body, 'message', 'description', 'desc', 'msg') ??
			(isObject(error) ? null : textAt(body, 'error')) ??
			textAt(objectAt(body, 'data'), 'message'),
	};
}

/** EnableX's number of an error; its 0 is success. */
function resultCode(body: IDataObject): string | null {
	const result = textAt(body, 'result');
	return result === '0' ? null : result;
}

function hasSentence(body: IDataObject): boolean {
	return textAt(body, 'message', 'description', 'desc', 'msg') !== null;
}

/** Words for a status that say that something was not done. */
const FAILURES = new Set(['error', 'fail', 'failed', 'failure', 'refused', 'rejected', 'denied']);

/**
 * Whether a body that came with a status of success says anything like an error. For requests that
 * change something; a call that was read may well have failed.
 */
export function saysFailure(body: IDataObject): boolean {
	const data = objectAt(body, 'data');
	return [body, data].some(
		(part) =>
			isFilled(member(part, 'error')) ||
			isFilled(member(part, 'errors')) ||
			isFilled(member(part, 'error_code')) ||
			[false, 'false'].includes(member(part, 'success') as boolean | string) ||
			member(part, 'ok') === false ||
			FAILURES.has(textAt(part, 'status')?.trim().toLowerCase() ?? ''),
	);
}

/** Whether a member that is there only when something failed holds anything. */
function isFilled(value: unknown): boolean {
	if (Array.isArray(value)) return value.length > 0;
	if (isObject(value)) return Object.keys(value).length > 0;
	if (typeof value === 'string') return value.trim() !== '';
	return value === true || (typeof value === 'number' && value !== 0);
}
