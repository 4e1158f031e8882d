import type { Advice } from '../providers/common/advice';
import type { Provider, SchemeSettings, TriggerProvider } from '../providers/common/provider';
import { problemOfScheme } from '../verification/fixedScheme';
import type { Scheme } from '../verification/scheme';
import type { ProofSettings } from './proofSettings';

/** How requests to one URL are proved, or what is wrong with the form. */
export type Proof =
	({ scheme: Scheme } & Pick<TriggerProvider, 'credentialType' | 'secrets'>) | { problem: Advice };

/** How the events of a provider are proved. */
export function proofOfEvents(settings: ProofSettings): Proof {
	const { provider } = settings;
	const made = settings.problem ?? schemeOf(provider, settings.scheme);
	if ('problem' in made) return made;
	const { credentialType, secrets } = provider.trigger;
	return { scheme: made.scheme, credentialType, secrets };
}

/** How its live requests are proved: as its events, where it has no way of its own for them. */
export function proofOfRequests(settings: ProofSettings): Proof {
	const { credentialType, live } = settings.provider.trigger;
	if (settings.problem !== undefined) return settings.problem;
	return live?.proof === undefined ? proofOfEvents(settings) : { credentialType, ...live.proof };
}

/**
 * The scheme that a form says, or what is wrong with the form: a provider may leave parts of its scheme
 * to the user.
 */
export function schemeOf(
	{ trigger }: Pick<Provider, 'trigger'>,
	settings: SchemeSettings,
): { scheme: Scheme } | { problem: Advice } {
	try {
		const scheme = trigger.scheme(settings);
		const problem = problemOfScheme(scheme);
		if (problem === undefined) return { scheme };
		return {
			problem: {
				message: problem,
				advice: 'Check the header, prefix, separator and encoding of each part of the signature.',
			},
		};
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
