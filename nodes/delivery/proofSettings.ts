import { defaultProviderId, providerOf } from '../providers';
import type { Advice } from '../providers/common/advice';
import type { Provider, SchemeSettings } from '../providers/common/provider';
import { numberOf, numberProblem, readOptions, truthOf, truthProblem } from './optionValues';

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

const DEFAULT_TOLERANCE_SECONDS = 300;

/** Reads a parameter of the node; the fallback where it has none of this name. */
export interface ParameterSource {
	getNodeParameter(name: string, fallback?: object | string | string[]): unknown;
}

/**
 * Reads what a node says about the proof.
 *
 * @param options the node's options, where they were read already
 */
export function readProofSettings(
	context: ParameterSource,
	receiver: Receiver,
	{ options, problem } = readOptions(context),
): ProofSettings {
	const tolerance = numberOf(options.timestampTolerance);
	const { provider, ...chosen } = readProvider(context);
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
			acceptPlaintext: truthOf(options.acceptPlaintext) === true,
			read: (name) => context.getNodeParameter(name, undefined),
		},
		problem:
			problem ??
			chosen.problem ??
			numberProblem(options, 'timestampTolerance', 'Timestamp Tolerance') ??
			truthProblem(options, 'acceptPlaintext', 'Accept Plaintext'),
	};
}

/** Which provider is chosen; with a problem, and any provider, where it is none that there is. */
function readProvider(context: ParameterSource): Pick<ProofSettings, 'provider' | 'problem'> {
	try {
		const provider = providerOf(context.getNodeParameter('provider') as string);
		return { provider, problem: undefined };
	} catch {
		const message = 'The provider of this node is not known.';
		const problem = { problem: { message, advice: 'Choose a provider in the list.' } };
		return { provider: providerOf(defaultProviderId), problem };
	}
}
