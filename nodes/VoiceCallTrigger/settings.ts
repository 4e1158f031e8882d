import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { providerOf } from '../providers';
import type { Advice } from '../providers/common/advice';
import type { Provider, SchemeSettings } from '../providers/common/provider';

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
	/** What is wrong with an option, where something is. */
	problem: { problem: Advice } | undefined;
}

interface TriggerOptions {
	timestampTolerance?: unknown;
	acceptPlaintext?: boolean;
	ignoreDuplicates?: boolean;
	includeRawBody?: boolean;
	ipAllowlist?: unknown;
}

const DEFAULT_TOLERANCE_SECONDS = 300;

/** Reads the node's parameters. */
export function readSettings(context: IWebhookFunctions | IHookFunctions): TriggerSettings {
	const options = context.getNodeParameter('options', {}) as TriggerOptions;
	const tolerance = Object.hasOwn(options, 'timestampTolerance')
		? numberOf(options.timestampTolerance)
		: undefined;
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
		problem: toleranceProblem(options, tolerance),
	};
}

/** A number, also one that an environment variable gives as text. */
function numberOf(value: unknown): number | undefined {
	if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
	return typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value.trim())
		? Number(value)
		: undefined;
}

/** An option that is in the node is meant: one that is no number of seconds is not the default. */
function toleranceProblem(
	options: TriggerOptions,
	tolerance: number | undefined,
): TriggerSettings['problem'] {
	if (!Object.hasOwn(options, 'timestampTolerance')) return undefined;
	if (tolerance !== undefined && tolerance > 0) return undefined;
	return {
		problem: {
			message: 'Timestamp Tolerance is not a number of seconds above 0.',
			advice: 'Correct it under Options, or remove it.',
		},
	};
}
