import type { SignatureScheme, TimeUnit } from '../../../nodes/verification/scheme';
import type { Reason } from '../../../nodes/verification/verdict';
import type { Attack, Family } from '../attack';
import { NOW, NOW_SECONDS, TOLERANCE_SECONDS } from '../clock';
import { send, signature } from '../send';
import { timestampText } from '../sign';
import { event } from '../subject';

/** Ways of writing a time that are not whole digits, most of them the present. */
const numbers = (now: string): Record<string, string> => ({
	'1e9': '1e9',
	'the present in scientific notation': `${Number(now) / 1e9}e9`,
	'a blank before': ` ${now}`,
	'a blank after': `${now} `,
	'a line feed after': `${now}\n`,
	'a plus sign': `+${now}`,
	'a minus sign': `-${now}`,
	'a leading zero': `0${now}`,
	'017': '017',
	hexadecimal: `0x${Number(now).toString(16)}`,
	'hexadecimal without 0x': (Number(now) + 10).toString(16),
	octal: `0o${Number(now).toString(8)}`,
	binary: `0b${Number(now).toString(2)}`,
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
	'thousands separators': Number(now).toLocaleString('en-US'),
	'Arabic digits': now.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))),
	'full-width digits': now.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
	'ISO 8601': new Date(NOW).toISOString(),
	...words(now),
});

/** Ways of writing a time that are not a point in time by RFC 3339. */
const times = (now: string): Record<string, string> => ({
	'Unix seconds': String(NOW_SECONDS),
	'Unix milliseconds': String(NOW),
	'a date alone': now.slice(0, 10),
	'a space for the T': now.replace('T', ' '),
	'a small t': now.replace('T', 't'),
	'a small z': now.replace('Z', 'z'),
	'an offset without a colon': now.replace('Z', '+0000'),
	'an hour that is none': now.replace(/T\d\d/, 'T25'),
	'a month that is none': now.replace(/-\d\d-/, '-13-'),
	'a day that is none': now.replace(/-\d\dT/, '-40T'),
	'no seconds': now.replace(/:\d\d\.\d+Z/, 'Z'),
	'ten digits of a fraction': now.replace(/\.\d+Z/, '.0000000000Z'),
	'a year of five digits': `0${now}`,
	'a sign before the year': `+00${now}`,
	'a line feed after': `${now}\n`,
	'a blank before': ` ${now}`,
	'full-width digits': now.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
	...words(now),
});

function words(now: string): Record<string, string> {
	return {
		'an HTTP date': new Date(NOW).toUTCString(),
		'a word': 'now',
		'two timestamps': `${now},${now}`,
		'a timestamp and the start of the body': `${now}.{"a":1}`,
		'a key and a value': `x=${now}`,
		'a list': `[${now}]`,
	};
}

const OUTSIDE: Array<[name: string, seconds: number, Reason]> = [
	['one second too old', NOW_SECONDS - TOLERANCE_SECONDS - 1, 'timestamp-too-old'],
	['one second too new', NOW_SECONDS + TOLERANCE_SECONDS + 1, 'timestamp-too-new'],
	['a day old', NOW_SECONDS - 86_400, 'timestamp-too-old'],
	['a day ahead', NOW_SECONDS + 86_400, 'timestamp-too-new'],
	['the epoch', 0, 'timestamp-too-old'],
	['one second', 1, 'timestamp-too-old'],
];

/** Times in another unit than the scheme's. */
const MIXED: Record<TimeUnit, Array<[string, string, Reason]>> = {
	's-or-ms': [['fifteen digits', '9'.repeat(15), 'timestamp-too-new']],
	s: [
		['in milliseconds', String(NOW), 'timestamp-too-new'],
		['fifteen digits', '9'.repeat(15), 'timestamp-too-new'],
	],
	ms: [
		['in seconds', String(NOW_SECONDS), 'timestamp-too-old'],
		['fifteen digits', '9'.repeat(15), 'timestamp-too-new'],
	],
	iso8601: [],
};

/** Timestamps that were really signed, so that nothing but the timestamp can be the reason. */
export const timestamps: Family = {
	name: 'a timestamp',
	attacks({ scheme, current }) {
		if (scheme.kind !== 'signature' || !scheme.timestamp) return [];
		const { header, unit, list } = scheme.timestamp;
		const body = event(scheme);
		const signed = (timestamp: string) => send(scheme, current, body, { timestamp });
		const now = timestampText(scheme);
		const later = timestampText(scheme, NOW_SECONDS + 1);
		const moved = send(scheme, current, body, {
			timestamp: later,
			signature: signature(scheme, current, Buffer.from(body), { keyId: current.keyId }),
		});
		const malformed = Object.entries(unit === 'iso8601' ? times(now) : numbers(now))
			// These would be two pieces of a list.
			.filter(([, text]) => list === undefined || !text.includes(list))
			.map(([name, text]): Attack => ({
				name,
				delivery: signed(text),
				reason: list === undefined ? 'timestamp-malformed' : IN_A_LIST,
				header,
			}));
		return [
			...malformed,
			...OUTSIDE.map(([name, seconds, reason]) => ({
				name,
				delivery: signed(timestampText(scheme, seconds)),
				reason,
				header,
			})),
			...MIXED[unit].map(([name, text, reason]) => ({
				name,
				delivery: signed(text),
				reason,
				header,
			})),
			{
				name: 'that is fresh, put on an old signature',
				delivery: moved,
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
				delivery: signed(timestampText(scheme, 1)),
				scheme: withTolerance(scheme, Number.NaN),
				reason: 'timestamp-too-old',
				header,
			},
			...(list === undefined ? [] : repeated(scheme, now, signed)),
		];
	},
};

/** A space at the end of a piece makes the whole list ill-formed. */
const IN_A_LIST: readonly Reason[] = ['signature-malformed', 'timestamp-malformed'];

export function withTolerance(scheme: SignatureScheme, toleranceSeconds: number): SignatureScheme {
	const { timestamp } = scheme;
	return timestamp === undefined
		? scheme
		: { ...scheme, timestamp: { ...timestamp, toleranceSeconds } };
}

/** The timestamp's piece twice: nobody knows which of them was signed. */
function repeated(
	{ timestamp }: SignatureScheme,
	now: string,
	signed: (timestamp: string) => ReturnType<typeof send>,
): Attack[] {
	if (timestamp?.list === undefined) return [];
	const { header, list, prefix = '' } = timestamp;
	const again = (text: string) => `${now}${list}${prefix}${text}`;
	return [now, '0', ''].map((text) => ({
		name: `that stands there twice, the second time as "${text}"`,
		delivery: signed(again(text)),
		reason: 'timestamp-malformed',
		header,
	}));
}
