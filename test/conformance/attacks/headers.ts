import type { Reason } from '../../../nodes/verification/verdict';
import { headerRoles, type Attack, type Family, type HeaderRole } from '../attack';
import { genuine } from '../subject';

const LONG = 64 * 1024;

interface Change {
	name: string;
	values(value: string): string[] | undefined;
	/** Why, where that is not simply "malformed". */
	reason?: Reason | Partial<Record<HeaderRole['role'], Reason>>;
	/** What makes the change none: the header is a list of which only one piece counts. */
	notIn?: 'list';
}

/** Why a list is refused that has been changed anywhere. */
const IN_A_LIST: readonly Reason[] = [
	'header-missing',
	'header-repeated',
	'signature-malformed',
	'timestamp-malformed',
];

/** Any text may be an identifier; one that is not the right one proves nothing. */
const UNKNOWN = { keyId: 'key-id-unknown', id: 'signature-mismatch' } as const;

const malformed = (name: string, text: (value: string) => string): Change => ({
	name,
	values: (value) => [text(value)],
});

const CHANGES: Change[] = [
	{
		name: 'missing',
		values: () => undefined,
		reason: { ...all('header-missing'), cipher: 'plaintext-not-allowed' },
	},
	{ name: 'without a value', values: () => [], reason: 'header-missing' },
	{ name: 'empty', values: () => [''], reason: 'header-missing' },
	{ name: 'doubled', values: (v) => [v, v], reason: 'header-repeated' },
	{ name: 'doubled, right one first', values: (v) => [v, 'x'], reason: 'header-repeated' },
	{ name: 'doubled, right one last', values: (v) => ['x', v], reason: 'header-repeated' },
	{ name: 'doubled, first one empty', values: (v) => ['', v], reason: 'header-repeated' },
	{ name: 'doubled, last one empty', values: (v) => [v, ''], reason: 'header-repeated' },
	{ name: 'sent 1,000 times', values: (v) => Array(1000).fill(v), reason: 'header-repeated' },
	malformed('doubled and joined by a proxy', (v) => `${v}, ${v}`),
	{
		name: 'doubled and joined tightly',
		values: (v) => [`${v},${v}`],
		reason: { ...UNKNOWN },
		notIn: 'list',
	},
	malformed('blank before', (v) => ` ${v}`),
	malformed('blank after', (v) => `${v} `),
	malformed('blank in the middle', (v) => `${v.slice(0, 2)} ${v.slice(2)}`),
	malformed('only a blank', () => ' '),
	malformed('tab before', (v) => `\t${v}`),
	malformed('tab after', (v) => `${v}\t`),
	malformed('line feed after', (v) => `${v}\n`),
	malformed('line break before', (v) => `\r\n${v}`),
	malformed('a second line', (v) => `${v}\r\nx: ${v}`),
	malformed('NUL after', (v) => `${v}\0`),
	malformed('no-break space after', (v) => `${v}\u00a0`),
	malformed('byte order mark before', (v) => `\ufeff${v}`),
	malformed('zero-width space after', (v) => `${v}\u200b`),
	malformed('64 KB of itself', (v) => v.repeat(Math.ceil(LONG / v.length))),
	malformed('64 KB of zeros', () => '0'.repeat(LONG)),
	malformed('64 KB of blanks before', (v) => ' '.repeat(LONG) + v),
	malformed('64 KB of letters after', (v) => v + 'a'.repeat(LONG)),
	malformed('a letter that is not ASCII', (v) => `${v}\u00e9`),
	malformed('UTF-8 read as Latin-1', (v) => Buffer.from(`\u00e9${v}`).toString('latin1')),
	malformed('an emoji', (v) => `${v}\u{1f4de}`),
	malformed('full-width digits', (v) => v.replace(/[0-9a-z]/g, wide)),
	{ name: 'in quotes', values: (v) => [`"${v}"`], reason: UNKNOWN },
	{ name: 'the word null', values: () => ['null'], reason: UNKNOWN },
	{ name: 'the word undefined', values: () => ['undefined'], reason: UNKNOWN },
	{ name: 'the word __proto__', values: () => ['__proto__'], reason: UNKNOWN },
	{ name: 'constructor', values: () => ['constructor'], reason: UNKNOWN },
	{ name: 'an asterisk', values: () => ['*'], reason: UNKNOWN },
];

function all(reason: Reason): Record<HeaderRole['role'], Reason> {
	return {
		signature: reason,
		timestamp: reason,
		id: reason,
		keyId: reason,
		secret: reason,
		cipher: reason,
		format: reason,
		charset: reason,
	};
}

function wide(character: string): string {
	return String.fromCharCode(character.charCodeAt(0) + 0xfee0);
}

/** Each header that the scheme reads, with each change. */
export const headers: Family = {
	name: 'a header',
	attacks: (subject) =>
		headerRoles(subject.scheme).flatMap(({ role, header, malformed: usual, isList }) =>
			CHANGES.filter(({ notIn }) => !(isList && notIn === 'list')).map(
				({ name, values, reason = usual }): Attack => {
					const delivery = genuine(subject);
					const changed = values(delivery.headers[header][0]);
					const attack = {
						name: `${header}: ${name}`,
						delivery: { ...delivery, headers: { ...delivery.headers, [header]: changed } },
					};
					// In a list, the change may fall upon any of the pieces.
					if (isList) return { ...attack, reason: IN_A_LIST };
					const why = typeof reason === 'string' ? reason : (reason[role] ?? usual);
					if (why === 'signature-mismatch') return { ...attack, reason: why };
					return { ...attack, reason: why, header };
				},
			),
		),
};
