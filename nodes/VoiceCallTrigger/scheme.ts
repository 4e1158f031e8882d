import type { Advice } from '../providers/common/advice';
import type { Provider, SchemeSettings } from '../providers/common/provider';
import type { Scheme } from '../verification/scheme';

/**
 * The scheme that a form says, or what is wrong with the form: a provider may leave parts of its scheme
 * to the user.
 */
export function schemeOf(
	{ trigger }: Pick<Provider, 'trigger'>,
	settings: SchemeSettings,
): { scheme: Scheme } | { problem: Advice } {
	try {
		return { scheme: trigger.scheme(settings) };
	} catch (error) {
		const { message, advice } = error as Partial<Advice>;
		return {
			problem: {
				message: message ?? 'The form does not say how events are proved.',
				advice: advice ?? 'Check its fields.',
			},
		};
	}
}
