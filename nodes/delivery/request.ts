import type { IWebhookFunctions } from 'n8n-workflow';
import type { Delivery } from '../verification/delivery';

/** n8n's request, with what n8n adds to Express's. */
export type WebhookRequest = ReturnType<IWebhookFunctions['getRequestObject']> & {
	rawBody?: Buffer;
	readRawBody?: () => Promise<void>;
};

/**
 * The body's bytes as they arrived, after transfer and content decoding. n8n has read them already
 * for the usual content types; for the others it is asked to.
 *
 * @returns `undefined` where they are gone (n8n consumes multipart forms) or the sender broke off
 */
export async function rawBodyOf(request: WebhookRequest): Promise<Buffer | undefined> {
	if (!request.rawBody && !request.readableEnded) {
		try {
			await request.readRawBody?.();
		} catch {
			return undefined;
		}
	}
	return request.rawBody;
}

/**
 * The headers, each value apart, by lower-case name. Built from the raw ones, because Node's own
 * `headersDistinct` throws for a header that is called `__proto__` (CVE-2026-21710), and without a
 * prototype, so that no name that a sender makes up finds anything but what was sent.
 */
export function headersOf({ rawHeaders }: Pick<WebhookRequest, 'rawHeaders'>): Delivery['headers'] {
	const headers = Object.create(null) as Record<string, string[] | undefined>;
	for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
		const name = rawHeaders[at].toLowerCase();
		const values = headers[name];
		if (values === undefined) headers[name] = [rawHeaders[at + 1]];
		else values.push(rawHeaders[at + 1]);
	}
	return headers;
}

/** The text of a parameter in the URL; `null` where there is none, or several. */
export function queryOf({ query }: Pick<WebhookRequest, 'query'>, name: string): string | null {
	const value = Object.hasOwn(query, name) ? query[name] : undefined;
	return typeof value === 'string' && value !== '' ? value : null;
}

/** What n8n undoes before it hands a body on. */
const UNDONE = /^(?:identity|gzip|deflate)?$/;

/** Whether the body is compressed in a way that n8n does not undo, so that no signature can fit. */
export function isStillEncoded(headers: Delivery['headers']): boolean {
	return (headers['content-encoding'] ?? []).some((value) => !UNDONE.test(value.trim()));
}
