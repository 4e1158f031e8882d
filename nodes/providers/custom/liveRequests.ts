import { readEvent } from './events';
import type { LiveRequest, LiveRequests } from '../common/liveRequest';
import { TOOL_ANSWERS, toolAnswer } from '../common/toolAnswer';

/** Whatever a platform asks that is in no list. Its ID and its name are at the paths of an event's. */
const request: LiveRequest = {
	value: 'request',
	name: 'Request',
	description: 'The platform asks something and waits',
	limit: { seconds: 10, adjustable: true, documented: false },
	answers: TOOL_ANSWERS,
	questions(payload, { query, settings }) {
		const { id, type } = readEvent(payload, settings).event;
		return [{ id, name: type === 'unknown' ? query('tool') : type, parameters: payload }];
	},
	respond: (answers) => toolAnswer(answers),
	failure: (_questions, message) => ({ status: 503, body: { error: message } }),
};

export const live: LiveRequests = {
	requests: [request],
	notice:
		'For a request that waits for an answer, give the platform the second URL of this node, and end the workflow with <b>Voice Call: Answer live request</b>. It is proved as an event is.',
};
