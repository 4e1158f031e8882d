import type { WaitForResult } from '../../common/operation';

/** Of these each call has one, says the page, and nothing is attempted after it. */
const LAST = new Set(['call.aborted', 'call.completed', 'call.failed', 'call.voicemail']);

/**
 * How a call reports its result: to its `webhook_url`. The transcript comes with `call.processed`, which is
 * sent for sure only where `final_results` is on.
 *
 * @see https://github.com/MiraiMinds/docs (v2/webhooks.mdx)
 */
export const wait: WaitForResult = {
	field: 'additionalFields.webhookUrl',
	withWebhook: (request, url) => ({
		...request,
		eventsTo: url,
		body: { final_results: true, ...request.body, webhook_url: url },
	}),
	isEnded: ({ event }) => LAST.has(event.type),
	isAnalyzed: ({ event }) => event.type === 'call.processed',
};
