import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import type { CallRequest } from '../../providers/common/action';
import { isObject } from '../../verification/json';
import type { Sent } from '../outcome';
import { readRetryAfter } from './retryAfter';
import { readTransportFailure } from './networkError';

/** How to reach a provider during one execution of the node. */
export interface Line {
	credentialType: string;
	address: string;
	/** In milliseconds, for one request. */
	timeout: number;
	redact(text: string): string;
}

/**
 * Sends one request, once. n8n puts the credential in; redirects are not followed, for they would
 * take it elsewhere and could send a call twice.
 *
 * @returns what became of it; never throws, and never gives back a secret
 */
export async function send(
	context: IExecuteFunctions,
	line: Line,
	request: CallRequest,
): Promise<Sent> {
	const options: IHttpRequestOptions = {
		method: request.method,
		url: `${line.address}${request.path}`,
		headers: { Accept: 'application/json', ...request.headers },
		encoding: 'text',
		timeout: line.timeout,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	};
	if (request.body !== undefined) {
		options.body = request.body;
		options.headers = { ...options.headers, 'Content-Type': 'application/json' };
	}
	try {
		const response = (await context.helpers.httpRequestWithAuthentication.call(
			context,
			line.credentialType,
			options,
		)) as IN8nHttpFullResponse;
		const text = line.redact(textOf(response.body));
		return {
			kind: 'answered',
			answer: {
				status: response.statusCode,
				body: parsed(text),
				isEmpty: text.trim() === '',
				retryAfter: readRetryAfter(response.headers['retry-after'], Date.now()),
			},
		};
	} catch (error) {
		return readTransportFailure(error);
	}
}

function textOf(body: unknown): string {
	if (typeof body === 'string') return body;
	return body === undefined || body === null ? '' : JSON.stringify(body);
}

function parsed(text: string): IDataObject | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return isObject(value) ? (value as IDataObject) : undefined;
	} catch {
		return undefined;
	}
}
