import {
	sleep,
	type IDataObject,
	type IExecuteFunctions,
	type IHttpRequestOptions,
	type IN8nHttpFullResponse,
} from 'n8n-workflow';
import type { CallRequest } from '../../providers/common/action';
import { exactJson } from '../../providers/common/exactJson';
import { parseExactObject, parseObject } from '../../verification/json';
import type { Sent } from '../outcome';
import { readRetryAfter } from './retryAfter';
import { readTransportFailure } from './networkError';
import type { Redact } from './redact';

/** How to reach a provider during one execution of the node. */
export interface Line {
	credentialType: string;
	address: string;
	/** In milliseconds, for one request. */
	timeout: number;
	/** Cuts the secrets out of all texts of a value. */
	redact: Redact;
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
		// As text, so that integers beyond 2^53 are sent as they were entered.
		options.body = exactJson(request.body);
		options.headers = { ...options.headers, 'Content-Type': 'application/json' };
	}
	const sending = context.helpers.httpRequestWithAuthentication.call(
		context,
		line.credentialType,
		options,
	) as Promise<IN8nHttpFullResponse>;
	try {
		const response = await within(line.timeout, sending);
		if (response === undefined) return { kind: 'silent', code: 'ETIMEDOUT' };
		const text = textOf(response.body);
		const body = line.redact(parseObject(Buffer.from(text)));
		return {
			kind: 'answered',
			answer: {
				status: response.statusCode,
				body: body as IDataObject | undefined,
				exact: line.redact(parseExactObject(Buffer.from(text))) as IDataObject | undefined,
				isEmpty: text.trim() === '',
				retryAfter: readRetryAfter(response.headers['retry-after'], Date.now()),
			},
		};
	} catch (error) {
		return readTransportFailure(error);
	}
}

/**
 * The whole request within so many milliseconds, where n8n's own timeout bounds the silence within it: an
 * answer that comes drop by drop would take for ever.
 *
 * @returns `undefined` when the time is up; the request goes on, and nobody listens any more
 */
async function within<T>(duration: number, sending: Promise<T>): Promise<T | undefined> {
	const done = new AbortController();
	const timeUp = sleep(duration, done.signal).then(
		() => undefined,
		() => undefined,
	);
	try {
		return await Promise.race([sending, timeUp]);
	} finally {
		done.abort();
		sending.catch(() => undefined);
	}
}

function textOf(body: unknown): string {
	if (typeof body === 'string') return body;
	return body === undefined || body === null ? '' : JSON.stringify(body);
}
