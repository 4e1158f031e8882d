/** What HTML's names stand for. */
const CHARACTERS: Readonly<Record<string, string>> = {
	quot: '"',
	amp: '&',
	apos: "'",
	sol: '/',
	lt: '<',
	equals: '=',
	gt: '>',
	plus: '+',
};
/** Without any of these, each character of a text stands for itself. */
export const ESCAPE = /[%\\&+]|=[0-9a-f]{2}/i;
const ESCAPED_BYTES = /(?:%[0-9a-f]{2})+|(?:=[0-9a-f]{2})+/gi;
const ESCAPED_UNIT =
	/(?:\\{1,4}|%)u(?:([0-9a-f]{4})|\{0{0,6}([0-9a-f]{1,4})\})|\\{1,4}x([0-9a-f]{2})/gi;
const HTML_ESCAPE = /&(?:#0{0,6}(\d{1,7})|#x0{0,6}([0-9a-f]{1,6})|([a-z]{2,6}));?/gi;
/** How often something may have been escaped. */
const ROUNDS = 4;

/** A text without its escapes, and where each of its characters stood: from its start to before its end. */
export interface Plain {
	text: string;
	starts: Uint32Array;
	ends: Uint32Array;
}

/** Undoes all escapes of a text, those of escapes as well: of URLs, JSON, JavaScript, HTML and mails. */
export function unescapedWithPlaces(text: string): Plain {
	let plain: Plain = {
		text,
		starts: new Uint32Array(text.length).map((_, at) => at),
		ends: new Uint32Array(text.length).map((_, at) => at + 1),
	};
	for (let round = 0; round < ROUNDS && ESCAPE.test(plain.text); round += 1) {
		plain = replaced(plain, HTML_ESCAPE, ([all, decimal, hexadecimal, name = '']) => {
			const point = decimal ?? (hexadecimal && `0x${hexadecimal}`);
			if (point !== undefined) return [[characterAt(Number(point)), all.length]];
			const folded = name.toLowerCase();
			return [[Object.hasOwn(CHARACTERS, folded) ? CHARACTERS[folded] : all, all.length]];
		});
		plain = replaced(plain, ESCAPED_BYTES, ([all]) => charactersOf(all));
		plain = replaced(plain, ESCAPED_UNIT, ([all, unit, inBraces, byte]) => [
			[String.fromCharCode(Number(`0x${unit ?? inBraces ?? byte}`)), all.length],
		]);
		plain = replaced(plain, /\\/g, () => [['', 1]]);
		plain = { ...plain, text: plain.text.replaceAll('+', ' ') };
	}
	return plain;
}

/** What escaped bytes spell: each character with the length of its escapes; all of them as one where it is no UTF-8. */
function charactersOf(escaped: string): Array<[string, number]> {
	const text = Buffer.from(escaped.replaceAll(/[%=]/g, ''), 'hex').toString('utf8');
	const characters = Array.from(text, (each): [string, number] => [
		each,
		Buffer.byteLength(each) * '%00'.length,
	]);
	const length = characters.reduce((sum, [, each]) => sum + each, 0);
	return length === escaped.length ? characters : [[text, escaped.length]];
}

/** @param read the parts that take a match's place, each with the length of what it was written as */
function replaced(
	before: Plain,
	escape: RegExp,
	read: (match: RegExpExecArray) => Array<[string, number]>,
): Plain {
	const { text, starts, ends } = before;
	if (text.search(escape) === -1) return before;
	const next: Plain = {
		text: '',
		starts: new Uint32Array(text.length),
		ends: new Uint32Array(text.length),
	};
	const pieces: string[] = [];
	let length = 0;
	let done = 0;
	const keep = (until: number) => {
		pieces.push(text.slice(done, until));
		next.starts.set(starts.subarray(done, until), length);
		next.ends.set(ends.subarray(done, until), length);
		length += until - done;
		done = until;
	};
	for (const match of text.matchAll(escape)) {
		keep(match.index);
		for (const [plain, written] of read(match)) {
			pieces.push(plain);
			// No escape is shorter than what it stands for.
			for (let each = 0; each < plain.length; each += 1) {
				next.starts[length] = starts[done];
				next.ends[length] = ends[done + written - 1];
				length += 1;
			}
			done += written;
		}
	}
	keep(text.length);
	next.text = pieces.join('');
	return next;
}

function characterAt(point: number): string {
	return point <= 0x10ffff ? String.fromCodePoint(point) : '';
}
