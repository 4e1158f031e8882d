import type { GivenAnswer, LiveResponse } from '../../providers/common/liveRequest';
import type { Asked } from './asked';

/** What was given so far, by the number of the question. */
export type Collected = Record<string, GivenAnswer>;

/**
 * The response, once every question has its answer. An answer in JSON is the whole response.
 *
 * @returns `undefined` while questions are open
 * @throws BadInput for what the request cannot be answered with
 */
export function responseTo(
	{ request, questions }: Pick<Asked, 'request' | 'questions'>,
	collected: Collected,
): LiveResponse | undefined {
	for (const given of Object.values(collected)) {
		if (given.kind === 'json') return { status: given.status, body: given.body };
	}
	const answers = questions.map((question, index) => ({
		question,
		given: Object.hasOwn(collected, String(index)) ? collected[index] : undefined,
	}));
	return answers.every(isAnswered) ? request.respond(answers) : undefined;
}

function isAnswered<T extends { given: GivenAnswer | undefined }>(
	answer: T,
): answer is T & { given: GivenAnswer } {
	return answer.given !== undefined;
}
