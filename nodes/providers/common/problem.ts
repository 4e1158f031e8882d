import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../verification/json';
import { member, objectAt, textAt } from './reading';

/** What a provider says went wrong. */
export interface Problem {
	/** The provider's own code, e.g. `NOT_FOUND` or `6110`. */
	code: string | null;
	/** The provider's own sentence. */
	message: string | null;
	/** What the provider's support asks for, where the answer has it. */
	requestId?: string;
}

/**
 * Finds code and sentence in the body of a failure, in all the shapes that the providers document:
 * `{error: {code, message}}`, `{result, error, desc}`, `{result, msg}`, `{status, error_code,
 * message, request_id}`, `{success, message}`, `{status_code, message}`, `{message: [...]}`,
 * `{detail: {code, message}}`, `{detail: [{msg}]}`, `{detail}`, `{errors: [{code, title, detail}]}`,
 * `{errors: [{error, message}]}`, `{errors: [...]}`; and in one that is only seen in use:
 * `{event_code, event_name}`.
 *
 * @see https://docs.huskyvoice.ai/api/rate-limits/
 * @see https://developer.enablex.io/reference/errors.html
 * @see https://developers.telnyx.com/development/api-fundamentals/api-errors
 */
export function problemIn(body: IDataObject): Problem {
	const error = member(body, 'error');
	const detail = member(body, 'detail');
	const nested = [error, detail, firstOf(detail), firstOf(member(body, 'errors'))]
		.filter(isObject)
		.map((part) => part as IDataObject);
	const requestId = textAt(body, 'request_id') ?? firstText(nested, 'request_id');
	return {
		...(requestId === null ? {} : { requestId }),
		code:
			firstText(nested, 'code') ??
			textAt(body, 'error_code', 'code', 'status_code') ??
			resultCode(body) ??
			firstText(nested, 'error') ??
			textAt(body, 'event_code') ??
			(typeof error === 'string' && hasSentence(body) ? textAt(body, 'error') : null),
		message:
			firstText(nested, 'message', 'description', 'detail', 'msg', 'title') ??
			sentenceAt(body, 'message', 'description', 'desc', 'msg', 'detail') ??
			(isObject(error) ? null : textAt(body, 'error')) ??
			sentenceAt(body, 'errors') ??
			(member(body, 'event_code') === undefined ? null : textAt(body, 'event_name')) ??
			textAt(objectAt(body, 'data'), 'message'),
	};
}

function firstOf(value: unknown): unknown {
	return Array.isArray(value) ? (value[0] as unknown) : undefined;
}

function firstText(parts: IDataObject[], ...keys: string[]): string | null {
	return parts.map((part) => textAt(part, ...keys)).find((text) => text !== null) ?? null;
}

/** The first member that is a sentence, or a list of sentences: these are joined. */
function sentenceAt(body: IDataObject, ...keys: string[]): string | null {
	for (const key of keys) {
		const value = member(body, key);
		const texts = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
		const text = texts.length > 0 ? texts.join('; ') : textAt(body, key);
		if (text !== null) return text;
	}
	return null;
}

/** EnableX's number of an error; its 0 is success. */
function resultCode(body: IDataObject): string | null {
	const result = textAt(body, 'result');
	return result === '0' ? null : result;
}

function hasSentence(body: IDataObject): boolean {
	return textAt(body, 'message', 'description', 'desc', 'msg') !== null;
}
