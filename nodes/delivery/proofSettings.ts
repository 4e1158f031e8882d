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

/** What the form of a node says about the proof of what it receives. */
export interface ProofSettings {
	receiver: Receiver;
	provider: Provider;
	/** As entered; `undefined` where the node does not have the option. */
	ipAllowlist: unknown;
	scheme: SchemeSettings;
	/** What is wrong with an option, where something is. */
	problem: { problem: Advice } | undefined;
}

/** The options as entered. */
type Options = Record<string, unknown>;

const DEFAULT_TOLERANCE_SECONDS = 300;

/** Reads a parameter of the node; the fallback where it has none of this name. */
export interface ParameterSource {
	getNodeParameter(name: string, fallback?: object | string | string[]): unknown;
}

/** Reads what a node says about the proof. */
export function readProofSettings(context: ParameterSource, receiver: Receiver): ProofSettings {
	const options = context.getNodeParameter('options', {}) as Options;
	const tolerance = numberOf(options.timestampTolerance);
	const provider = providerOf(context.getNodeParameter('provider') as string);
	return {
		receiver,
		provider,
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
		problem: numberProblem(options, 'timestampTolerance', 'Timestamp Tolerance'),
	};
}

/** A number, also one that an environment variable gives as text. */
export function numberOf(value: unknown): number | undefined {
	if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
	return typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value.trim())
		? Number(value)
		: undefined;
}

/** An option that is in the node is meant: one that is not a number of seconds does not count as the default. */
export function numberProblem(
	options: Options,
	name: string,
	label: string,
): ProofSettings['problem'] {
	if (!Object.hasOwn(options, name)) return undefined;
	if ((numberOf(options[name]) ?? 0) > 0) return undefined;
	return {
		problem: {
			message: `${label} is not a number of seconds above 0.`,
			advice: 'Correct it under Options, or remove it.',
		},
	};
}
