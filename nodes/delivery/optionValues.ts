import type { Advice } from '../providers/common/advice';
import { isObject } from '../verification/json';
import type { ParameterSource } from './proofSettings';

/** The options as entered. */
export type Options = Record<string, unknown>;

/** What is wrong with an option, where something is. */
type OptionProblem = { problem: Advice } | undefined;

/**
 * The options of a node. An expression that fails, or that gives no options at all in their place, is a
 * problem: nothing that was given ever counts as not given.
 */
export function readOptions(context: ParameterSource): {
	options: Options;
	problem: OptionProblem;
} {
	let given: unknown;
	try {
		given = context.getNodeParameter('options', {});
	} catch (error) {
		const said = error instanceof Error ? error.message.slice(0, 200) : '';
		const message = `An expression in the options of this node fails${said === '' ? '' : `: ${said}`}.`;
		return { options: {}, problem: { problem: { message, advice: 'Correct it under Options.' } } };
	}
	if (isObject(given)) return { options: given, problem: undefined };
	const message = 'The options of this node are not options.';
	return { options: {}, problem: { problem: { message, advice: 'Set them anew.' } } };
}

/** A number, also one that an environment variable gives as text. */
export function numberOf(value: unknown): number | undefined {
	if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
	return typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value.trim())
		? Number(value)
		: undefined;
}

/** An option that is in the node is meant: one that is not a number of seconds does not count as the default. */
export function numberProblem(options: Options, name: string, label: string): OptionProblem {
	if (!Object.hasOwn(options, name)) return undefined;
	if ((numberOf(options[name]) ?? 0) > 0) return undefined;
	return problemOf(`${label} is not a number of seconds above 0.`);
}

/** On or off, also where an environment variable gives it as text. */
export function truthOf(value: unknown): boolean | undefined {
	const word = typeof value === 'string' ? value.trim().toLowerCase() : value;
	if (word === true || word === 'true') return true;
	return word === false || word === 'false' ? false : undefined;
}

/** The same as for numbers. */
export function truthProblem(options: Options, name: string, label: string): OptionProblem {
	if (!Object.hasOwn(options, name) || truthOf(options[name]) !== undefined) return undefined;
	return problemOf(`${label} is neither true nor false.`);
}

function problemOf(message: string): OptionProblem {
	return { problem: { message, advice: 'Correct it under Options, or remove it.' } };
}
