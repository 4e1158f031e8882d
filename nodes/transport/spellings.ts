import { ESCAPE, unescapedWithPlaces } from './unescape';

/** Shorter texts are no secrets, and cutting them out would garble what providers say. */
const SHORTEST_SECRET = 8;
/** A part of a text: from its start to before its end. */
export type Span = readonly [start: number, end: number];

/**
 * Makes what finds secrets in a text, in any letter case, with any of their characters escaped: as they are,
 * decoded, in hexadecimal and in base64.
 *
 * @returns the places in order, without overlaps
 */
export function finderOf(secrets: readonly string[]): (text: string) => Span[] {
	const forms = formsOf(secrets);
	const plainForms = forms.map((form) => lowerCase(unescapedWithPlaces(form).text)).filter(isLong);
	return (text) => {
		const found = occurrences(forms, lowerCase(text));
		if (!ESCAPE.test(text)) return merged(found);
		const { text: plain, starts, ends } = unescapedWithPlaces(text);
		for (const [start, end] of occurrences(plainForms, lowerCase(plain))) {
			found.push([starts[start], ends[end - 1]]);
		}
		return merged(found);
	};
}

/** In lower case, of the same length: what is said of a place holds for the text itself. */
function lowerCase(text: string): string {
	const folded = text.toLowerCase();
	if (folded.length === text.length) return folded;
	return Array.from(text, (each) => {
		const lower = each.toLowerCase();
		return lower.length === each.length ? lower : each;
	}).join('');
}

function occurrences(forms: readonly string[], text: string): Span[] {
	const found: Span[] = [];
	for (const form of forms) {
		let at = text.indexOf(form);
		while (at !== -1) {
			found.push([at, at + form.length]);
			at = text.indexOf(form, at + form.length);
		}
	}
	return found;
}

/** In order, without overlaps. */
function merged(spans: Span[]): Span[] {
	const apart: Span[] = [];
	for (const span of spans.sort(([one], [other]) => one - other)) {
		const last = apart.at(-1);
		if (last === undefined || span[0] >= last[1]) apart.push(span);
		else apart[apart.length - 1] = [last[0], Math.max(last[1], span[1])];
	}
	return apart;
}

/**
 * The texts that give a secret away, in lower case. In base64 what stands before it shifts its bits, so that it
 * can look in three ways.
 */
function formsOf(secrets: readonly string[]): string[] {
	const forms = secrets.flatMap((secret) => {
		const bytes = Buffer.from(secret, 'utf8');
		return [secret, decoded(secret), bytes.toString('hex'), ...[0, 1, 2].flatMap(base64(bytes))];
	});
	return [...new Set(forms.map(lowerCase).filter(isLong))];
}

const isLong = ({ length }: string) => length >= SHORTEST_SECRET;

/** What of the base64 of some bytes does not depend on what stands around them, in both alphabets. */
const base64 = (bytes: Buffer) => (before: number) => {
	const all = Buffer.concat([Buffer.alloc(before), bytes]);
	const [first, end] = [Math.ceil((before * 8) / 6), Math.floor((all.length * 8) / 6)];
	return (['base64', 'base64url'] as const).map((alphabet) =>
		all.toString(alphabet).slice(first, end),
	);
};

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
