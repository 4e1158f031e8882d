import type { WaitForResult } from '../../common/operation';

/**
 * How a call reports its result: to its `webhook_url`. Each call ends with one `call.hangup`, also one that
 * nobody answered. What comes later, such as insights and costs, does not come for every call.
 *
 * @see https://developers.telnyx.com/api-reference/call-commands/dial
 * @see https://developers.telnyx.com/docs/voice/programmable-voice/voice-api-webhooks
 */
export const wait: WaitForResult = {
	field: 'additionalFields.webhookUrl',
	reserved: ['webhook_urls'],
	withWebhook: (request, url) => ({
		...request,
		eventsTo: url,
		// By GET the event would stand in the address, where nothing proves it.
		body: { ...request.body, webhook_url: url, webhook_url_method: 'POST' },
	}),
	isEnded: ({ event }) => event.type === 'call.hangup',
};
