import {
	numberOf,
	numberProblem,
	readProofSettings,
	type ParameterSource,
	type ProofSettings,
	type Receiver,
} from '../delivery/proofSettings';
import type { Provider } from '../providers/common/provider';
import {
	DEFAULT_FAILURE_MESSAGE,
	DEFAULT_MARGIN_SECONDS,
	secondsToAnswer,
	type AnswerSettings,
} from './answer/timeLimit';

const TRIGGER: Receiver = { name: 'Voice Call Trigger', explains: true };

/** What the form of the node says. */
export interface TriggerSettings extends ProofSettings {
	events: string[];
	output: 'simplified' | 'raw';
	ignoreDuplicates: boolean;
	includeRawBody: boolean;
	answer: AnswerSettings;
}

/** Reads the node's parameters. */
export function readSettings(context: ParameterSource): TriggerSettings {
	const options = context.getNodeParameter('options', {}) as Record<string, unknown>;
	const proof = readProofSettings(context, TRIGGER);
	const limit = numberOf(options.answerTimeLimit);
	const margin = numberOf(options.answerMargin) ?? DEFAULT_MARGIN_SECONDS;
	return {
		...proof,
		events: context.getNodeParameter('events', []) as string[],
		output: context.getNodeParameter('output', 'simplified') as TriggerSettings['output'],
		ignoreDuplicates: options.ignoreDuplicates !== false,
		includeRawBody: options.includeRawBody === true,
		answer: {
			limit,
			margin,
			failureMessage: textOf(options.failureMessage) ?? DEFAULT_FAILURE_MESSAGE,
		},
		problem:
			proof.problem ??
			numberProblem(options, 'answerTimeLimit', 'Answer Time Limit') ??
			numberProblem(options, 'answerMargin', 'Answer Margin') ??
			marginProblem(proof.provider, limit, margin),
	};
}

/** A text that is not blank. */
function textOf(value: unknown): string | undefined {
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** A margin that leaves no time for an answer. */
function marginProblem(
	{ name, trigger }: Provider,
	limit: number | undefined,
	margin: number,
): TriggerSettings['problem'] {
	const requests = trigger.live?.requests ?? [];
	const times = requests.map((request) => secondsToAnswer(request.limit, { limit, margin }));
	if (times.every((seconds) => seconds > 0)) return undefined;
	return {
		problem: {
			message: `Answer Margin leaves no time to answer ${name}.`,
			advice: 'Correct it under Options: it has to be less than the time limit.',
		},
	};
}
