/** Bodies in which the ciphertext is not where, or not what, it has to be. */
export function wrongBodies(field: string, written: string): Record<string, string | Buffer> {
	const envelope = JSON.stringify({ [field]: written });
	return {
		'an empty body': '',
		'a body that is not JSON': written,
		'a body cut off': envelope.slice(0, -1),
		'a body with two objects': envelope + envelope,
		'a body that is a list': `[${envelope}]`,
		'a body that is null': 'null',
		'a body that is text': JSON.stringify(envelope),
		'a body in UTF-16': Buffer.from(envelope, 'utf16le'),
		'a body that is not UTF-8': Buffer.from(envelope.replace('{', '{"\u00e9":1,'), 'latin1'),
		'a body without the member': '{}',
		'a body with the member in upper case': JSON.stringify({ [field.toUpperCase()]: written }),
		'a body with the member inside another': JSON.stringify({ data: { [field]: written } }),
		'a body with the member inherited': `{"__proto__":${envelope}}`,
		'a body whose second member of the name is bad': envelope.replace('}', `,"${field}":""}`),
		'a ciphertext that is empty': JSON.stringify({ [field]: '' }),
		'a ciphertext that is null': JSON.stringify({ [field]: null }),
		'a ciphertext that is a number': JSON.stringify({ [field]: 12345678 }),
		'a ciphertext that is a list': JSON.stringify({ [field]: [written] }),
		'a ciphertext that is an object': JSON.stringify({ [field]: { data: written } }),
		'a ciphertext that is a list of bytes': JSON.stringify({ [field]: Buffer.from(written) }),
	};
}

/** Texts that a lenient decoder would read as the right bytes. */
export function wrongWritings(bytes: Buffer): Record<'hex' | 'base64', Record<string, string>> {
	const hex = bytes.toString('hex');
	const base64 = bytes.toString('base64');
	const [unpadded, padding] = [base64.replace(/=+$/, ''), base64.replace(/^[^=]*/, '')];
	const around = (text: string) => ({
		'with a blank before': ` ${text}`,
		'with a line feed after': `${text}\n`,
		'with a line break inside': `${text.slice(0, 32)}\r\n${text.slice(32)}`,
		'with a NUL after': `${text}\0`,
		'with a letter after': `${text}!`,
		'with a byte order mark before': `\ufeff${text}`,
		'in quotes': `"${text}"`,
		'written twice, with a comma': `${text},${text}`,
	});
	return {
		hex: {
			...around(hex),
			'that is empty': '',
			'with one digit less': hex.slice(0, -1),
			'with one digit more': `${hex}0`,
			'with 0x before': `0x${hex}`,
			'with a letter that is no digit': `${hex.slice(0, -1)}g`,
			'with colons': (hex.match(/../g) ?? []).join(':'),
			'in full-width digits': hex.replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d))),
			'in base64': base64,
		},
		base64: {
			...without(around(base64), 'with a line feed after'),
			'with two line feeds after': `${base64}\n\n`,
			'with a space in place of a line break': `${base64.slice(0, 64)} ${base64.slice(64)}`,
			'with lines of uneven length': `${base64.slice(0, 64)}\n${base64.slice(64, 70)}\n${base64.slice(70)}`,
			'that is empty': '',
			'without padding': unpadded,
			'with one padding character too many': `${base64}=`,
			'in the alphabet for addresses': base64.replaceAll('+', '-').replaceAll('/', '_'),
			'with its unused bits set': unpadded.slice(0, -1) + nextLetter(unpadded) + padding,
			'with padding before': `==${base64}`,
			'with a second padded part': `${base64}${base64}`,
		},
	};
}

function without(texts: Record<string, string>, name: string): Record<string, string> {
	return Object.fromEntries(Object.entries(texts).filter(([key]) => key !== name));
}

/** The letter whose unused low bits differ from those of the text's last letter. */
function nextLetter(text: string): string {
	const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
	return alphabet[alphabet.indexOf(text.slice(-1)) + 1];
}
