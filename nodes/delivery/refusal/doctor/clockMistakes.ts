import { textAt } from '../../../verification/place';
import type { TimeUnit } from '../../../verification/scheme';
import { checkTimestamp } from '../../../verification/timestamp';
import { schemeOf } from '../../scheme';
import type { Diagnosis, Patient } from './diagnosis';

/** Mistakes around a signed timestamp. */
export function clockMistake({ cause, headers, settings, now }: Patient): Diagnosis | undefined {
	if (!headers || !cause.reason.startsWith('timestamp-')) return undefined;
	const made = schemeOf(settings.provider, settings.scheme);
	if ('problem' in made || made.scheme.kind !== 'signature') return undefined;
	const { timestamp } = made.scheme;
	const value = timestamp && textAt(headers, timestamp, 'timestamp-malformed');
	if (timestamp === undefined || typeof value !== 'string') return undefined;

	const written = unitOf(value);
	if (written !== undefined && !timestamp.unit.split('-or-').includes(written)) {
		const { name, shape } = UNITS[timestamp.unit];
		return {
			message: `The timestamp is in ${UNITS[written].name} instead of ${name}`,
			description: `Have the sender write ${shape}.`,
		};
	}
	if (cause.reason === 'timestamp-malformed') {
		return {
			message: `The ${timestamp.header} header does not hold a time in ${UNITS[timestamp.unit].name}`,
			description: `Have the sender write ${UNITS[timestamp.unit].shape}.`,
		};
	}
	const signedAt = checkTimestamp(value, { ...timestamp, toleranceSeconds: Infinity }, now);
	const seconds = Math.abs(Math.floor(now / 1000) - Math.floor(Number(signedAt) / 1000));
	if (cause.reason === 'timestamp-too-new') {
		return {
			message: `The event was signed ${seconds} seconds in the future: the clocks disagree`,
			description:
				'Set the clock of the server that n8n runs on (NTP does it for you). A higher Timestamp Tolerance only hides it.',
		};
	}
	return {
		message: `The event was signed ${seconds} seconds ago, and ${timestamp.toleranceSeconds} are allowed`,
		description:
			'Send a fresh one. If fresh events are refused as well, the clock of the server that n8n runs on is wrong (NTP sets it), or events are held back on the way: then raise Timestamp Tolerance under Options.',
	};
}

const UNITS: Record<TimeUnit, { name: string; shape: string }> = {
	s: { name: 'seconds', shape: 'whole Unix seconds: ten digits, not thirteen' },
	ms: { name: 'milliseconds', shape: 'whole Unix milliseconds: thirteen digits, not ten' },
	's-or-ms': { name: 'seconds or milliseconds', shape: 'whole Unix seconds or milliseconds' },
	iso8601: { name: 'ISO 8601', shape: 'ISO 8601 in UTC, e.g. 2026-01-15T12:00:00Z' },
};

/** How a time of our days is written, where its form tells. */
function unitOf(value: string): Exclude<TimeUnit, 's-or-ms'> | undefined {
	if (/^\d{10}$/.test(value)) return 's';
	if (/^\d{13}$/.test(value)) return 'ms';
	return /^\d{4}-\d{2}-\d{2}T/.test(value) ? 'iso8601' : undefined;
}
