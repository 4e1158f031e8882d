import {
	NodeApiError,
	NodeOperationError,
	type IExecuteFunctions,
	type JsonObject,
} from 'n8n-workflow';
import type { BadInput } from '../../providers/common/badInput';
import { failureText, type Subject } from './messages';
import type { Failure } from '../outcome';

/**
 * An error for a failure. It is built from texts alone: n8n stores all members of an error with the
 * execution, and its own request errors hold the credential.
 */
export function failureError(
	context: IExecuteFunctions,
	failure: Failure,
	subject: Subject,
	itemIndex: number,
): NodeApiError {
	const { message, advice } = failureText(failure, subject);
	const status = 'status' in failure ? failure.status : undefined;
	const httpCode = failure.kind === 'limited' ? '429' : status?.toString();
	const response: JsonObject = { message };
	const error = new NodeApiError(context.getNode(), response, {
		message,
		description: advice,
		httpCode,
		itemIndex,
		level: 'warning',
	});
	// A provider's sentence may hold a word such as ECONNRESET; n8n then writes its own message, which
	// advises to send again.
	error.message = message;
	return error;
}

/** An error for a field or a credential that cannot be right. */
export function badInputError(
	context: IExecuteFunctions,
	{ message, advice }: BadInput,
	itemIndex?: number,
): NodeOperationError {
	return new NodeOperationError(context.getNode(), message, {
		description: `${advice} Nothing was sent.`,
		itemIndex,
		level: 'warning',
	});
}
