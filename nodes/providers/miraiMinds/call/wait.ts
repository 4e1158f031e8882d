import type { CallEvent } from '../../common/event';
import type { WaitForResult } from '../../common/operation';

/**
 * The last events of a call. `call.lifecycle-ended` comes after all attempts. After the other three
 * nothing more is attempted: the call was aborted, not to be placed, or talked through to its maximum
 * duration; whether they are followed by `call.lifecycle-ended` is not documented. Failures are no end:
 * another attempt may follow, and so may one after `call.completed` where little was said.
 *
 * @see https://docs.miraiminds.co/developers/call-lifecycle-events
 */
const LAST = new Set(['call.aborted', 'call.lifecycle-ended', 'call.skip', 'call.timeout']);
/** Among them those after which no analysis can come any more. */
const WITHOUT_ANALYSIS = new Set(['call.aborted', 'call.lifecycle-ended', 'call.skip']);

const isOneOf = (types: ReadonlySet<string>, { event }: CallEvent) => types.has(event.type);

/** How a call reports its result: to its `callbackUrl`, which belongs to this call alone. */
export const wait: WaitForResult = {
	field: 'callbackUrl',
	withWebhook: (request, url) => ({
		...request,
		eventsTo: url,
		body: { ...request.body, callbackUrl: url },
	}),
	isEnded: (event) => isOneOf(LAST, event),
	isAnalyzed: (event) => event.event.type === 'end-of-call' || isOneOf(WITHOUT_ANALYSIS, event),
};
