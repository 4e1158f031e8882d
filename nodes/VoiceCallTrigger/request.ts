import type { IWebhookFunctions } from 'n8n-workflow';

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
