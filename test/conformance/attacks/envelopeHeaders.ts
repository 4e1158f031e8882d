import type { Reason } from '../../../nodes/verification/verdict';
import { envelopeFamily, type Attack } from '../attack';
import { send, type Sent } from '../send';
import { event } from '../subject';

/** The ciphers that are not AES in CBC mode, and ways of not quite writing those that are. */
const CIPHERS = [
	...['aes-128-gcm', 'aes-256-gcm', 'id-aes256-GCM', 'aes-256-ccm', 'aes-256-ocb', 'aes-256-siv'],
	...['aes-128-ecb', 'aes-256-ecb', 'aes-128-ctr', 'aes-256-ctr', 'aes-256-ofb', 'aes-256-cfb'],
	...[
		'aes-256-cfb8',
		'aes-256-xts',
		'id-aes256-wrap',
		'aes-256-cbc-hmac-sha256',
		'aes-256-cbc-cts',
	],
	...['des', 'des-cbc', 'des-ecb', 'des3', 'des-ede3-cbc', 'desx', 'bf-cbc', 'rc2-cbc', 'rc4'],
	...['camellia-256-cbc', 'aria-256-cbc', 'sm4-cbc', 'seed-cbc', 'chacha20', 'chacha20-poly1305'],
	...['md5', 'sha256', 'null', 'none', 'plain', 'identity', 'aes', 'cbc', 'aes-cbc', 'aes256cbc'],
	...['aes-512-cbc', 'aes-64-cbc', 'aes-256', 'aes_256_cbc', 'aes-256-cbc;', 'aes-256-cbc/pkcs5'],
	...['AES/CBC/PKCS5Padding', '2.16.840.1.101.3.4.1.42', 'a\u0435s-256-cbc', '\u0061\u0308es256'],
	...['../aes-256-cbc', 'toString', '__proto__', 'hasOwnProperty', '0', 'true', '[object Object]'],
];

const FORMATS = ['base64url', 'binary', 'latin1', 'utf8', 'buffer', 'base32', 'hexadecimal', 'x'];
const CHARSETS = ['utf16le', 'utf-16', 'ucs2', 'base64', 'hex', 'buffer', 'windows-1252', 'utf7'];

/** What the headers of an encrypted delivery may not say. */
export const envelopeHeaders = envelopeFamily('an envelope named', ({ scheme, current }) => {
	const { cipherHeaders, formatHeader, charsetHeader } = scheme;
	const [first, second] = cipherHeaders;
	const plain = send(scheme, current, event(scheme));
	const named = (name: string, extra: Sent['headers'], reason: Reason, header: string): Attack => ({
		name,
		delivery: { ...plain, headers: { ...plain.headers, ...extra } },
		reason,
		header,
	});
	const disagree = (name: string, one: string, other: string) =>
		named(name, { [first]: [one], [second]: [other] }, 'headers-disagree', second);
	return [
		...cipherHeaders.flatMap((header) =>
			CIPHERS.map((cipher): Attack => {
				const delivery = send(scheme, current, event(scheme), { cipherHeader: header, cipher });
				return { name: `${cipher} in ${header}`, delivery, reason: 'cipher-not-allowed', header };
			}),
		),
		...FORMATS.map((format) =>
			named(`format ${format}`, { [formatHeader]: [format] }, 'encoding-not-allowed', formatHeader),
		),
		...CHARSETS.map((set) =>
			named(`charset ${set}`, { [charsetHeader]: [set] }, 'encoding-not-allowed', charsetHeader),
		),
		disagree('by two headers with two ciphers', 'aes-256-cbc', 'aes-128-cbc'),
		disagree('by two headers with two names of one cipher', 'aes-256-cbc', 'aes256'),
		disagree('by two headers, the second one forbidden', 'aes-256-cbc', 'aes-256-ecb'),
		disagree('by two headers, the first one forbidden', 'none', 'aes-256-cbc'),
		disagree('by two headers, one with a blank', 'aes-256-cbc', 'aes-256-cbc '),
		named('by two headers, the second one empty', { [second]: [''] }, 'header-missing', second),
		named('by two headers, the first one empty', { [first]: [''] }, 'header-missing', first),
		named(
			'by two headers, the second one doubled',
			{ [second]: ['aes-256-cbc', 'aes-256-cbc'] },
			'header-repeated',
			second,
		),
		named(
			'by two headers that forbid',
			{ [first]: ['x'], [second]: ['x'] },
			'cipher-not-allowed',
			first,
		),
	];
});
