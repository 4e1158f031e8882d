import type { WaitForResult } from '../../common/operation';
import { objectAt } from '../../common/reading';

/** The member of a call that holds the addresses for its own events, and their secrets. */
export const CALLBACKS = 'callbacks';

/**
 * How a call reports its result: to the address for its end, signed with secrets that come along with it. That
 * its body is the one of the webhook event is not documented; any other ends no wait.
 *
 * @see https://docs.ultravox.ai/api-reference/agents/agents-calls-post
 */
export const wait: WaitForResult = {
	bringsSecret: true,
	withWebhook: (request, url, secret) => {
		const body = request.body ?? {};
		const callbacks = { ...objectAt(body, CALLBACKS), ended: { url, secrets: [secret] } };
		return { ...request, body: { ...body, [CALLBACKS]: callbacks } };
	},
	isEnded: ({ event, call }) => event.type === 'call.ended' && call.id !== null,
};
