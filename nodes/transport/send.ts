import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
	RequestHelperFunctions,
} from 'n8n-workflow';
import type { CallRequest } from '../providers/common/action';
import { exactJson } from '../providers/common/exactJson';
import { parseExact, parseProven } from '../verification/json';
import type { Answer, HttpResult } from './httpResult';
import { readRetryAfter } from './retryAfter';
import { readTransportFailure } from './networkError';
import type { Redact } from './redact';
import { isTextual } from './textual';
import { within } from './within';

/** How to reach a provider during one execution of the node. */
export interface Endpoint {
	credentialType: string;
	address: string;
	/** In milliseconds, for one request. */
	timeout: number;
	/** Cuts the secrets out of all texts of a value. */
	redact: Redact;
}

/** The part of n8n's contexts that requests are sent with. */
export interface RequestContext {
	helpers: Pick<RequestHelperFunctions, 'httpRequest' | 'httpRequestWithAuthentication'>;
}

const FIXED = {
	returnFullResponse: true,
	ignoreHttpStatusErrors: true,
	disableFollowRedirect: true,
} as const satisfies Partial<IHttpRequestOptions>;

/**
 * Sends one request, once. n8n puts the credential in; redirects are not followed, for they would
 * take it elsewhere and could send a call twice.
 *
 * @param as `json` for an answer that is JSON, `file` for one whose bytes are wanted
 * @returns what became of it; never throws, and never gives back a secret
 */
export async function send(
	context: RequestContext,
	endpoint: Endpoint,
	request: CallRequest,
	as: 'file' | 'json' = 'json',
): Promise<HttpResult> {
	const options: IHttpRequestOptions = {
		...FIXED,
		...partsOf(as, request.body, request.headers),
		method: request.method,
		url: `${endpoint.address}${request.path}`,
		timeout: endpoint.timeout,
	};
	const sending = context.helpers.httpRequestWithAuthentication.call(
		context as IExecuteFunctions,
		endpoint.credentialType,
		options,
	) as Promise<IN8nHttpFullResponse>;
	return await resultOf(sending, endpoint, as);
}

/**
 * Sends a request to an address that the provider named. Without the credential: the address carries what
 * it needs, and the host is another's.
 *
 * @param body sent as JSON
 * @returns what became of it; never throws
 */
export async function sendTo(
	context: RequestContext,
	endpoint: Endpoint,
	url: string,
	{ method, body, as }: { method: 'GET' | 'POST'; body?: IDataObject; as: 'file' | 'json' },
): Promise<HttpResult> {
	const options = { ...FIXED, ...partsOf(as, body), method, url, timeout: endpoint.timeout };
	const sending = context.helpers.httpRequest(options) as Promise<IN8nHttpFullResponse>;
	return await resultOf(sending, endpoint, as);
}

function partsOf(
	as: 'file' | 'json',
	body: IDataObject | undefined,
	headers: Record<string, string> = {},
): Pick<IHttpRequestOptions, 'body' | 'encoding' | 'headers'> {
	const accept = { Accept: as === 'json' ? 'application/json' : '*/*' };
	const encoding = as === 'json' ? 'text' : 'arraybuffer';
	if (body === undefined) return { encoding, headers: { ...accept, ...headers } };
	return {
		encoding,
		headers: { ...accept, ...headers, 'Content-Type': 'application/json' },
		// As text, so that integers beyond 2^53 are sent as they were entered.
		body: exactJson(body),
	};
}

async function resultOf(
	sending: Promise<IN8nHttpFullResponse>,
	endpoint: Endpoint,
	as: 'file' | 'json',
): Promise<HttpResult> {
	try {
		const response = await within(endpoint.timeout, sending);
		if (response === undefined) return { kind: 'silent', code: 'ETIMEDOUT' };
		return { kind: 'answered', answer: answerOf(response, endpoint, as) };
	} catch (error) {
		return readTransportFailure(error);
	}
}

function answerOf(
	{ statusCode, headers, body }: IN8nHttpFullResponse,
	{ redact }: Endpoint,
	as: 'file' | 'json',
): Answer {
	const bytes = bytesOf(body);
	const [mediaType] = String(headers['content-type'] ?? '').split(';');
	const contentType = redact(mediaType.trim().toLowerCase());
	const isText = as === 'json' || isTextual(bytes);
	return {
		status: statusCode,
		json: isText ? redact(parseProven(bytes)) : undefined,
		exact: isText ? redact(parseExact(bytes)) : undefined,
		isText,
		isEmpty: bytes.length === 0 || (isText && bytes.toString('utf8').trim() === ''),
		file: as === 'file' ? bytes : undefined,
		contentType,
		location: typeof headers.location === 'string' ? headers.location : undefined,
		retryAfter: readRetryAfter(headers['retry-after'], Date.now()),
	};
}

function bytesOf(body: unknown): Buffer {
	if (Buffer.isBuffer(body)) return body;
	if (typeof body === 'string') return Buffer.from(body);
	return Buffer.from(body === undefined || body === null ? '' : JSON.stringify(body));
}
