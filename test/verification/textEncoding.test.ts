import {
	decodeCharset,
	decodeCiphertext,
	isCharset,
	isFormat,
} from '../../nodes/verification/textEncoding';

it('knows two formats and five names of character sets', () => {
	expect(['hex', 'base64', 'HEX', 'base64url', ''].filter(isFormat)).toEqual(['hex', 'base64']);
	const charsets = ['utf8', 'utf-8', 'latin1', 'binary', 'ascii'];
	expect([...charsets, 'utf16le', 'UTF8', 'hex', ''].filter(isCharset)).toEqual(charsets);
});

it.each([
	['00ff', 'hex', [0, 255]],
	['00FF', 'hex', [0, 255]],
	['0fA', 'hex', undefined],
	['0g', 'hex', undefined],
	['x00', 'hex', undefined],
	['00 ', 'hex', undefined],
	['', 'hex', undefined],
	['AP8=', 'base64', [0, 255]],
	['AP8', 'base64', undefined],
	['AP9=', 'base64', undefined],
	['AP8==', 'base64', undefined],
	['_w==', 'base64', undefined],
	['/w==', 'base64', [255]],
	['', 'base64', []],
] as const)('decodes %p as %s strictly', (text, format, bytes) => {
	expect(decodeCiphertext(text, format)).toEqual(bytes && Buffer.from(bytes));
});

describe('base64 in lines', () => {
	const bytes = Buffer.from(Array.from({ length: 180 }, (_, at) => at));
	const lines = (length: number, end: string) =>
		bytes.toString('base64').replaceAll(new RegExp(`.{${length}}`, 'g'), `$&${end}`);

	it.each([64, 76])('of %i characters is taken, however they end', (length) => {
		for (const end of ['\n', '\r\n']) {
			for (const last of ['', '\n', '\r\n']) {
				expect(decodeCiphertext(lines(length, end) + last, 'base64')).toEqual(bytes);
			}
		}
	});

	it.each([63, 65, 75, 77, 1])('of %i characters is not', (length) => {
		expect(decodeCiphertext(lines(length, '\n'), 'base64')).toBeUndefined();
	});

	it('may not have anything behind them, or an empty one between them', () => {
		for (const length of [64, 76]) {
			const written = lines(length, '\n');
			for (const other of [`${written}\n\n`, `\n${written}`, written.replace('\n', '\n\n')]) {
				expect(decodeCiphertext(other, 'base64')).toBeUndefined();
			}
		}
	});
});

it.each([
	['utf8', [0xc3, 0xa9], '\u00e9'],
	['utf-8', [0xef, 0xbb, 0xbf, 0x61], '\ufeffa'],
	['utf8', [0xc3], undefined],
	['utf8', [0xed, 0xa0, 0x80], undefined],
	['latin1', [0xc3, 0xa9], '\u00c3\u00a9'],
	['binary', [0xff], '\u00ff'],
	['ascii', [0x7f, 0x00], '\u007f\0'],
	['ascii', [0x80], undefined],
	['ascii', [0xc3, 0xa9], undefined],
])('reads bytes in %s strictly: %j', (charset, bytes, text) => {
	expect(decodeCharset(Buffer.from(bytes), charset)).toBe(text);
});
