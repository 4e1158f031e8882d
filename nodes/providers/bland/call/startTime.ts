import { BadInput } from '../../common/badInput';
import { optionalText } from '../../common/text';

const WRITTEN =
	/^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?\s?(Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * When a call is to begin, as Bland writes it: `2026-09-01 10:00:00 -05:00`. Without an offset it is meant
 * in the time zone that is sent beside it, or in UTC.
 *
 * @param value ISO 8601, as n8n's dates are, or what Bland writes
 * @returns `undefined` when nothing was entered
 * @throws BadInput for anything else
 */
export function startTime(value: unknown): string | undefined {
	const text = optionalText(value);
	if (text === '') return undefined;
	const parts = WRITTEN.exec(text);
	if (parts === null || Number.isNaN(Date.parse(`${parts[1]}T${parts[2]}Z`))) {
		throw new BadInput(
			'Start Time is not a date with a time.',
			'Write it like 2026-09-01T10:00:00-05:00.',
		);
	}
	const [, date, minutes, seconds = ':00', offset] = parts;
	const zone = offset === undefined ? '' : ` ${offsetOf(offset)}`;
	return `${date} ${minutes}${seconds}${zone}`;
}

function offsetOf(offset: string): string {
	if (offset.toUpperCase() === 'Z') return '+00:00';
	return offset.includes(':') ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`;
}
