import type { TimeLimit } from '../../providers/common/liveRequest';

/** What the form says about answers. */
export interface AnswerSettings {
	/** What is set at the provider, in seconds; `undefined` where the provider's own limit holds. */
	limit: number | undefined;
	/** How many seconds before the limit the workflow has to have answered. */
	margin: number;
	/** What the agent or the caller is told when the workflow failed or took too long. */
	failureMessage: string;
}

export const DEFAULT_MARGIN_SECONDS = 0.5;
export const DEFAULT_FAILURE_MESSAGE = 'Sorry, this is not available right now.';

/** How many seconds a workflow has for an answer, from the moment the request is here. */
export function secondsToAnswer(
	{ seconds, adjustable }: TimeLimit,
	{ limit, margin }: Pick<AnswerSettings, 'limit' | 'margin'>,
): number {
	return (adjustable ? (limit ?? seconds) : seconds) - margin;
}
