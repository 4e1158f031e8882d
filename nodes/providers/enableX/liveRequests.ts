import { notTaken, only, respondWith } from '../common/liveAnswer';
import type { LiveRequest, LiveRequests } from '../common/liveRequest';
import { readEvent } from './events';

/**
 * Any event: one of EnableX's pages says that each is to be answered with a JSON action within five
 * seconds, or the call may end. The others, and all of its samples, answer nothing and act through the
 * API. What an action looks like stands on no page that could be read, so JSON is all there is.
 *
 * @see https://developer.enablex.io/voice/architecture.html
 */
const callEvent: LiveRequest = {
	value: 'call-event',
	name: 'Call Event',
	description: 'Something happened in a call: is anything to be done?',
	limit: { seconds: 5, adjustable: false, documented: true },
	isOptional: true,
	answers: ['json'],
	questions(payload) {
		const { type } = readEvent(payload).event;
		return [{ id: null, name: type, parameters: payload }];
	},
	respond(answers) {
		throw notTaken(only(answers), 'an event', ['json']);
	},
	failure: () => respondWith({}),
};

export const live: LiveRequests = {
	requests: [callEvent],
	notice:
		'To answer an event with a JSON action, give EnableX the second URL of this node instead, and end the workflow with <b>Voice Call: Answer live request</b>. Every event starts it then; one that is not answered within five seconds gets an empty object. EnableX’s pages disagree about whether it reads an answer at all. <a href="https://developer.enablex.io/voice/architecture.html" target="_blank">Architecture</a>',
};
