import type { Family } from '../attack';
import { NOW, NOW_SECONDS, TOLERANCE_SECONDS } from '../clock';
import { send } from '../send';
import { event } from '../subject';

const now = String(NOW_SECONDS);

/** Ways of writing a time that are not whole Unix seconds, most of them the present. */
const MALFORMED: Record<string, string> = {
	'1e9': '1e9',
	'the present in scientific notation': `${NOW_SECONDS / 1e9}e9`,
	'a blank before': ` ${now}`,
	'a blank after': `${now} `,
	'a line feed after': `${now}\n`,
	'a plus sign': `+${now}`,
	'a minus sign': `-${now}`,
	'a leading zero': `0${now}`,
	'017': '017',
	hexadecimal: `0x${NOW_SECONDS.toString(16)}`,
	'hexadecimal without 0x': (NOW_SECONDS + 10).toString(16),
	octal: `0o${NOW_SECONDS.toString(8)}`,
	binary: `0b${NOW_SECONDS.toString(2)}`,
	'a fraction': `${now}.5`,
	'a fraction of nothing': `${now}.0`,
	'a point at the end': `${now}.`,
	'minus zero': '-0',
	NaN: 'NaN',
	Infinity: 'Infinity',
	'minus Infinity': '-Infinity',
	'forty digits': '1'.repeat(40),
	'forty digits, the present first': now.padEnd(40, '0'),
	'leading zeros to forty digits': now.padStart(40, '0'),
	'sixteen digits': now.padEnd(16, '0'),
	'beyond the safe integers': '9007199254740993',
	'a big integer literal': `${now}n`,
	'a digit separator': `${now.slice(0, 1)}_${now.slice(1)}`,
	'thousands separators': NOW_SECONDS.toLocaleString('en-US'),
	'Arabic digits': now.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))),
	'full-width digits': now.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
	'ISO 8601': new Date(NOW).toISOString(),
	'an HTTP date': new Date(NOW).toUTCString(),
	'a word': 'now',
	'two timestamps': `${now},${now}`,
	'a timestamp and the start of the body': `${now}.{"a":1}`,
	'a key and a value': `t=${now}`,
	'a list': `[${now}]`,
};

const OUTSIDE: Array<[string, string, 'timestamp-too-old' | 'timestamp-too-new']> = [
	['one second too old', String(NOW_SECONDS - TOLERANCE_SECONDS - 1), 'timestamp-too-old'],
	['one second too new', String(NOW_SECONDS + TOLERANCE_SECONDS + 1), 'timestamp-too-new'],
	['a day old', String(NOW_SECONDS - 86_400), 'timestamp-too-old'],
	['a day ahead', String(NOW_SECONDS + 86_400), 'timestamp-too-new'],
	['in milliseconds', String(NOW), 'timestamp-too-new'],
	['the epoch', '0', 'timestamp-too-old'],
	['one second', '1', 'timestamp-too-old'],
	['fifteen digits', '9'.repeat(15), 'timestamp-too-new'],
];

/** Timestamps that were really signed, so that nothing but the timestamp can be the reason. */
export const timestamps: Family = {
	name: 'a timestamp',
	attacks({ scheme, current }) {
		if (scheme.kind !== 'hmac' || !scheme.timestamp) return [];
		const { header } = scheme.timestamp;
		const body = event(scheme);
		const signed = (timestamp: string) => send(scheme, current, body, { timestamp });
		const later = String(NOW_SECONDS + 1);
		const moved = (timestamp: string) => {
			const delivery = signed(now);
			return { ...delivery, headers: { ...delivery.headers, [header]: [timestamp] } };
		};
		return [
			...Object.entries(MALFORMED).map(([name, timestamp]) => ({
				name,
				delivery: signed(timestamp),
				reason: 'timestamp-malformed' as const,
				header,
			})),
			...OUTSIDE.map(([name, timestamp, reason]) => ({
				name,
				delivery: signed(timestamp),
				reason,
				header,
			})),
			{
				name: 'that is fresh, put on an old signature',
				delivery: moved(later),
				reason: 'signature-mismatch',
				header: scheme.signature.header,
			},
			{
				name: 'replayed after the window',
				delivery: signed(now),
				now: NOW + (TOLERANCE_SECONDS + 1) * 1000,
				reason: 'timestamp-too-old',
				header,
			},
			...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map((clock) => ({
				name: `held against a clock that says ${clock}`,
				delivery: signed(now),
				now: clock,
				reason: ['timestamp-too-old', 'timestamp-too-new'] as const,
			})),
			{
				name: 'held against a tolerance that is not a number',
				delivery: signed('1'),
				scheme: { ...scheme, timestamp: { header, toleranceSeconds: Number.NaN } },
				reason: 'timestamp-too-old',
				header,
			},
		];
	},
};
