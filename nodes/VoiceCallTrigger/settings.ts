import {
	numberOf,
	numberProblem,
	readOptions,
	truthOf,
	truthProblem,
} from '../delivery/optionValues';
import {
	readProofSettings,
	type ParameterSource,
	type ProofSettings,
	type Receiver,
} from '../delivery/proofSettings';
import type { Provider } from '../providers/common/provider';
import { DEFAULT_FIELD } from './audio/options';
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
	/** Whether publishing tells the provider the URL of this node. */
	registerWebhook: boolean;
	answer: AnswerSettings;
	audio: AudioSettings;
}

/** What is to become of the audio that an event carries. */
export interface AudioSettings {
	asFile: boolean;
	/** The binary field for the file. */
	field: string;
}

/** Reads the node's parameters. */
export function readSettings(context: ParameterSource): TriggerSettings {
	const read = readOptions(context);
	const { options } = read;
	const proof = readProofSettings(context, TRIGGER, read);
	const events = context.getNodeParameter('events', []);
	const limit = numberOf(options.answerTimeLimit);
	const margin = numberOf(options.answerMargin) ?? DEFAULT_MARGIN_SECONDS;
	return {
		...proof,
		events: isListOfTexts(events) ? events : [],
		output: context.getNodeParameter('output', 'simplified') as TriggerSettings['output'],
		ignoreDuplicates: truthOf(options.ignoreDuplicates) !== false,
		includeRawBody: truthOf(options.includeRawBody) === true,
		registerWebhook: truthOf(options.registerWebhook) === true,
		answer: {
			limit,
			margin,
			failureMessage: textOf(options.failureMessage) ?? DEFAULT_FAILURE_MESSAGE,
		},
		audio: {
			asFile: truthOf(options.audioAsFile) !== false,
			field: textOf(options.binaryPropertyName) ?? DEFAULT_FIELD,
		},
		problem:
			proof.problem ??
			(isListOfTexts(events) ? undefined : NO_LIST_OF_EVENTS) ??
			truthProblem(options, 'ignoreDuplicates', 'Ignore Duplicates') ??
			truthProblem(options, 'includeRawBody', 'Include Raw Body') ??
			truthProblem(options, 'registerWebhook', 'Register the Webhook') ??
			truthProblem(options, 'audioAsFile', 'Audio as File') ??
			numberProblem(options, 'answerTimeLimit', 'Answer Time Limit') ??
			numberProblem(options, 'answerMargin', 'Answer Margin') ??
			marginProblem(proof.provider, limit, margin),
	};
}

const NO_LIST_OF_EVENTS = {
	problem: { message: 'Events is not a list of event types.', advice: 'Choose the events anew.' },
};

function isListOfTexts(value: unknown): value is string[] {
	return Array.isArray(value) && value.every((each) => typeof each === 'string');
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
