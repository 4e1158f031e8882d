import type { Diagnosis, Patient } from './diagnosis';

const MILLISECONDS = /^\d{13}$/;

/** Mistakes around a signed timestamp. */
export function clockMistake({ cause, headers, settings, now }: Patient): Diagnosis | undefined {
	if (cause.reason !== 'timestamp-too-old' && cause.reason !== 'timestamp-too-new') {
		return undefined;
	}
	const value = headers?.[cause.header ?? '']?.[0] ?? '';
	if (MILLISECONDS.test(value)) {
		return {
			message: 'The timestamp is in milliseconds instead of seconds',
			description: 'Have the sender write whole Unix seconds: ten digits, not thirteen.',
		};
	}
	const seconds = Math.abs(Math.floor(now / 1000) - Number(value));
	const { timestampTolerance } = settings.scheme;
	if (cause.reason === 'timestamp-too-new') {
		return {
			message: `The event was signed ${seconds} seconds in the future: the clocks disagree`,
			description:
				'Set the clock of the server that n8n runs on (NTP does it for you). Raising Timestamp Tolerance only hides it.',
		};
	}
	return {
		message: `The event was signed ${seconds} seconds ago, and ${timestampTolerance} are allowed`,
		description:
			'Send a fresh one. If fresh events are refused as well, the clock of the server that n8n runs on is wrong (NTP sets it), or events are held back on the way: then raise Timestamp Tolerance under Options.',
	};
}
