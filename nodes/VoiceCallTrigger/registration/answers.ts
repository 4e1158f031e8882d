import type { IDataObject } from 'n8n-workflow';
import type { Registration } from '../../providers/common/registration';
import type { HttpResult } from '../../transport/httpResult';
import { isObject } from '../../verification/json';

type Answered = Extract<HttpResult, { kind: 'answered' }>;

/** Whether it was answered with a status of success. */
export function isSuccess(result: HttpResult): result is Answered {
	return result.kind === 'answered' && result.answer.status >= 200 && result.answer.status < 300;
}

/** Whether the provider itself says that there is no such webhook: a page of somebody else's is no word of it. */
export function isUnknown(result: HttpResult): boolean {
	return result.kind === 'answered' && result.answer.status === 404 && isObject(result.answer.json);
}

/** Whether a webhook is gone after it was to be deleted. */
export function isGone(result: HttpResult): boolean {
	if (isUnknown(result)) return true;
	return isSuccess(result) && (result.answer.isEmpty || isObject(result.answer.json));
}

/** The ID of the webhook that an answer is about. */
export function idIn(result: HttpResult, registration: Registration): string | undefined {
	if (!isSuccess(result) || !isObject(result.answer.exact)) return undefined;
	return registration.idIn(result.answer.exact as IDataObject) ?? undefined;
}
