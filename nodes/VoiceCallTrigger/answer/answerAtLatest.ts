import { sleep, type IWebhookFunctions } from 'n8n-workflow';
import { ANSWER_HEADER, type LiveResponse } from '../../providers/common/liveRequest';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

/** Why the caller does not get an answer of the workflow. */
export type NoAnswer =
	/** n8n could not start the workflow, or it failed before an answer. */
	| 'failed'
	/** The time was up. */
	| 'late'
	/** The workflow ended, and nobody answered. */
	| 'unanswered';

/**
 * Sees to it that a response is sent in time. n8n sends what the Answer operation gives; whatever else it
 * would send (an empty 200 where nobody answers, 500 where the workflow fails) is replaced, and so is
 * nothing at all when the time is up. What n8n sends after that goes nowhere.
 *
 * @param at milliseconds since the epoch
 * @param instead what goes out instead; `undefined` lets n8n's own response pass
 */
export function answerAtLatest(
	response: Response,
	at: number,
	instead: (reason: NoAnswer, sent?: unknown) => LiveResponse | undefined,
): void {
	const { json, send, end } = response;
	// Nothing below names the parameter, so that the timer does not hold a response that is settled.
	let waiting: Response | undefined = response;
	const settle = (settled: Response) => {
		waiting = undefined;
		return Object.assign(settled, { json, send, end });
	};
	const sending = (method: 'json' | 'send') =>
		function (this: Response, body: unknown) {
			if (this.hasHeader(ANSWER_HEADER)) {
				this.removeHeader(ANSWER_HEADER);
				return settle(this)[method](body);
			}
			const reason = this.statusCode >= 400 ? 'failed' : 'unanswered';
			const own = instead(reason, body);
			return own === undefined ? settle(this)[method](body) : write(settle(this), own);
		};
	Object.assign(response, {
		json: sending('json'),
		send: sending('send'),
		/** n8n ends a response once more a tick later, which can be before its content is sent. */
		end(this: Response, ...parts: unknown[]) {
			const isContent = parts.length > 0 && this.hasHeader(ANSWER_HEADER);
			// A body too long for the way from a worker is streamed.
			if (!isContent && !this.headersSent) return this;
			return Reflect.apply(settle(this).end, this, parts);
		},
	});

	void sleep(Math.max(0, at - Date.now())).then(() => {
		if (waiting === undefined || waiting.headersSent) return;
		const own = instead('late');
		if (own !== undefined) silence(write(settle(waiting), own));
	});
}

function write(response: Response, { status, body, headers = {} }: LiveResponse): Response {
	response.status(status).set(headers);
	if (typeof body !== 'string') return response.json(body);
	if (!response.hasHeader('content-type')) response.type('text/plain');
	return response.send(body);
}

/** n8n would throw for each header that it sets after the response. */
function silence(response: Response): void {
	for (const method of ['status', 'setHeader', 'setHeaders', 'removeHeader'] as const) {
		Object.assign(response, { [method]: () => response });
	}
	for (const method of ['json', 'send', 'end', 'render'] as const) {
		Object.assign(response, { [method]: () => response });
	}
}
