import type { EnvelopeScheme } from '../../../nodes/verification/scheme';
import { envelopeFamily, type Attack } from '../attack';
import { encrypt, send, type Claims } from '../send';
import { event, eventMembers } from '../subject';

/** Texts around an event that are not one JSON object. */
function noObjects(text: string): Record<string, string> {
	const open = text.slice(0, -1);
	return {
		nothing: '',
		'a list': `[${text}]`,
		'a list in a list': `[[${text}]]`,
		text: JSON.stringify(text),
		'a number': '12345',
		null: 'null',
		true: 'true',
		'two objects': `${text}${text}`,
		'an object and a word': `${text}x`,
		'JSON that is cut off': open,
		'JSON without its start': text.slice(1),
		'JSON with a comma too many': `${open},}`,
		'JSON with a comment': `${open}/**/}`,
		'JSON in single quotes': text.replaceAll('"', "'"),
		'JSON with NaN': `${open},"x":NaN}`,
		'JSON with two byte order marks': `\ufeff\ufeff${text}`,
		'JSON with a NUL at the end': `${text}\0`,
		'JSON with a bare line feed in text': `${open},"x":"a\nb"}`,
		'JSON with a bad escape': `${open},"x":"\\x41"}`,
		'a form': new URLSearchParams(JSON.parse(text)).toString(),
	};
}

const NO_TEXTS = ['""', 'null', 'true', '{}', '["v-1"]'];

/** Objects that lack a member which would make them an event. */
function noEvents({ eventMembers: groups }: EnvelopeScheme): Record<string, string> {
	const object = (odd: number, value?: string) => {
		const members = groups.map(([name], i) => (i === odd ? value && [name, value] : [name, '"v"']));
		const written = members.flatMap((member) => (member ? [`"${member[0]}":${member[1]}`] : []));
		return `{${written.join(',')}}`;
	};
	const cases: Record<string, string> = { 'an empty object': '{}' };
	groups.forEach(([name], index) => {
		cases[`an object without ${name}`] = object(index);
		for (const value of NO_TEXTS) {
			cases[`an object whose ${name} is ${value}`] = object(index, value);
		}
	});
	cases['an event inside another object'] = `{"data":${object(-1)}}`;
	cases['an event that is inherited'] = `{"__proto__":${object(-1)}}`;
	return cases;
}

const NOT_UTF8: Record<string, number[]> = {
	'a byte that never occurs': [0xff],
	'a lone continuation byte': [0x80],
	'a sequence cut off': [0xe2, 0x82],
	'an overlong slash': [0xc0, 0xaf],
	'an encoded surrogate': [0xed, 0xa0, 0x80],
	'a code point past the last': [0xf4, 0x90, 0x80, 0x80],
	'a sequence of five bytes': [0xf8, 0x88, 0x80, 0x80, 0x80],
};

/** Plaintexts that the right secret encrypted and that are no event: all answered alike to the sender. */
export const envelopeContents = envelopeFamily('an envelope around', (subject) => {
	const { scheme, current } = subject;
	const text = event(scheme);
	const sealed = (name: string, plaintext: string | Buffer, claims: Claims = {}): Attack => ({
		name,
		delivery: send(scheme, current, plaintext, claims),
		reason: 'undecryptable',
		header: undefined,
	});
	const withBytes = (bytes: number[]) => {
		const start = Buffer.from(`{${eventMembers(scheme)},"x":"`);
		return Buffer.concat([start, Buffer.from(bytes), Buffer.from('"}')]);
	};
	return [
		...Object.entries(noObjects(text)).map(([name, plaintext]) => sealed(name, plaintext)),
		// Whoever made these knows the secret, so the reason may say what is wrong.
		...Object.entries(noEvents(scheme)).map(([name, plaintext]): Attack => ({
			...sealed(name, plaintext),
			reason: 'not-an-event',
		})),
		...Object.entries(NOT_UTF8).map(([name, bytes]) => sealed(name, withBytes(bytes))),
		sealed('UTF-8, called ASCII', withBytes([0xc3, 0xa9]), { charset: 'ascii' }),
		sealed('Latin-1, called ASCII', withBytes([0xe9]), { charset: 'ascii' }),
		sealed('Latin-1, called UTF-8', withBytes([0xe9]), { charset: 'utf8' }),
		sealed('UTF-16', Buffer.from(text, 'utf16le')),
		sealed('random bytes', encrypt('x', Buffer.alloc(64), 256)),
		{ ...sealed('another envelope', send(scheme, current, text).body), reason: 'not-an-event' },
	];
});
