import { proofOfEvents } from '../../scheme';
import type { Diagnosis, Patient } from './diagnosis';
import { OF_ANOTHER, proves } from './headerMistakes';

/** An event at the URL for live requests, or the other way round, where each is proved in its own way. */
export function urlMistake({
	cause,
	headers,
	settings,
	proof,
	now,
}: Patient): Diagnosis | undefined {
	if (!headers || !OF_ANOTHER.includes(cause.reason)) return undefined;
	const { name, trigger } = settings.provider;
	const live = trigger.live?.proof;
	if (live === undefined || 'problem' in proof) return undefined;
	if (proof.scheme !== live.scheme) {
		if (!proves(headers, live.scheme, now)) return undefined;
		return {
			message: `This is a live request of ${name}, but the URL is the one for events`,
			description: 'Give the provider the second URL of this node, which ends in /answer.',
		};
	}
	const events = proofOfEvents(settings);
	if (!('problem' in events) && proves(headers, events.scheme, now)) {
		return {
			message: `This is an event of ${name}, but the URL is the one for live requests`,
			description: 'Give the provider the first URL of this node, which does not end in /answer.',
		};
	}
	const header = proof.scheme.kind === 'shared-secret' ? proof.scheme.secret.header : undefined;
	if (header === undefined) return undefined;
	return {
		message: `The request has no ${header} header, so nothing proves who sent it`,
		description: `In ${name}, add the header ${header} to the request, with the live request secret of the credential as its value.`,
	};
}
