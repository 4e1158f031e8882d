import { notTaken, only, respondWith } from './liveAnswer';
import type { Answered, LiveResponse } from './liveRequest';

/** The answers to a tool whose response may have any shape. */
export const TOOL_ANSWERS = ['result', 'error', 'json'] as const;

/** The result as it is, or what went wrong as a member `error`: the platform shows either to the agent. */
export function toolAnswer(
	answers: readonly Answered[],
	headers?: Record<string, string>,
): LiveResponse {
	const given = only(answers);
	if (given.kind === 'error') return toolFailure(given.message);
	if (given.kind !== 'result') throw notTaken(given, 'a tool call', TOOL_ANSWERS);
	return respondWith(given.value, headers);
}

/** That a tool did not work, for the agent. */
export function toolFailure(message: string): LiveResponse {
	return respondWith({ error: message });
}
