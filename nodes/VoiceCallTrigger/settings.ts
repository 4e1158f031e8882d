import { providerOf } from '../providers';
import type { Advice } from '../providers/common/advice';
import type { Provider, SchemeSettings } from '../providers/common/provider';
import {
	DEFAULT_FAILURE_MESSAGE,
	DEFAULT_MARGIN_SECONDS,
	secondsToAnswer,
	type AnswerSettings,
} from './answer/timeLimit';

/** The node that receives, as far as it speaks of itself. */
export interface Receiver {
	/** As the log names it. */
	name: string;
	/** Whether a refusal in a test run is explained to the person at the editor, by an error of the node. */
	explains: boolean;
}

const TRIGGER: Receiver = { name: 'Voice Call Trigger', explains: true };

/** What the form of the node says. */
export interface TriggerSettings {
	receiver: Receiver;
	provider: Provider;
	events: string[];
	output: 'simplified' | 'raw';
	ignoreDuplicates: boolean;
	includeRawBody: boolean;
	/** As entered; `undefined` where the node does not have the option. */
	ipAllowlist: unknown;
	scheme: SchemeSettings;
	answer: AnswerSettings;
	/** What is wrong with an option, where something is. */
	problem: { problem: Advice } | undefined;
}

interface TriggerOptions {
	timestampTolerance?: unknown;
	acceptPlaintext?: boolean;
	ignoreDuplicates?: boolean;
	includeRawBody?: boolean;
	ipAllowlist?: unknown;
	answerTimeLimit?: unknown;
	answerMargin?: unknown;
	failureMessage?: unknown;
}

const DEFAULT_TOLERANCE_SECONDS = 300;

/** Reads a parameter of the node; the fallback where it has none of this name. */
export interface ParameterSource {
	getNodeParameter(name: string, fallback?: object | string | string[]): unknown;
}

/** Reads the node's parameters. */
export function readSettings(context: ParameterSource): TriggerSettings {
	const options = context.getNodeParameter('options', {}) as TriggerOptions;
	const tolerance = numberOf(options.timestampTolerance);
	const limit = numberOf(options.answerTimeLimit);
	const margin = numberOf(options.answerMargin);
	const provider = providerOf(context.getNodeParameter('provider') as string);
	return {
		receiver: TRIGGER,
		provider,
		events: context.getNodeParameter('events', []) as string[],
		output: context.getNodeParameter('output', 'simplified') as TriggerSettings['output'],
		ignoreDuplicates: options.ignoreDuplicates !== false,
		includeRawBody: options.includeRawBody === true,
		// Given is given, also where an expression gives nothing: only a missing option lets everybody in.
		ipAllowlist: Object.hasOwn(options, 'ipAllowlist') ? (options.ipAllowlist ?? null) : undefined,
		scheme: {
			timestampTolerance:
				tolerance !== undefined && tolerance >= 0
					? tolerance
					: (provider.trigger.defaultTolerance ?? DEFAULT_TOLERANCE_SECONDS),
			acceptPlaintext: options.acceptPlaintext === true,
			read: (name) => context.getNodeParameter(name, undefined),
		},
		answer: {
			limit,
			margin: margin ?? DEFAULT_MARGIN_SECONDS,
			failureMessage: textOf(options.failureMessage) ?? DEFAULT_FAILURE_MESSAGE,
		},
		problem:
			numberProblem(options, 'timestampTolerance', 'Timestamp Tolerance') ??
			numberProblem(options, 'answerTimeLimit', 'Answer Time Limit') ??
			numberProblem(options, 'answerMargin', 'Answer Margin') ??
			marginProblem(provider, limit, margin ?? DEFAULT_MARGIN_SECONDS),
	};
}

/** A number, also one that an environment variable gives as text. */
function numberOf(value: unknown): number | undefined {
	if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
	return typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value.trim())
		? Number(value)
		: undefined;
}

/** A text that is not blank. */
function textOf(value: unknown): string | undefined {
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** An option that is in the node is meant: one that is no number of seconds is not the default. */
function numberProblem(
	options: TriggerOptions,
	name: keyof TriggerOptions,
	label: string,
): TriggerSettings['problem'] {
	if (!Object.hasOwn(options, name)) return undefined;
	if ((numberOf(options[name]) ?? 0) > 0) return undefined;
	return {
		problem: {
			message: `${label} is not a number of seconds above 0.`,
			advice: 'Correct it under Options, or remove it.',
		},
	};
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
