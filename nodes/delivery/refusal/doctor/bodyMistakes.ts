import { isObject } from '../../../verification/json';

/** A body as it may have been when it was signed, and what then happened to it. */
interface RewrittenBody {
	body: Buffer;
	change: string;
}

const ESCAPED = (text: string) =>
	text.replace(
		/[\u0080-\uffff]/g,
		(unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);

/** JSON with a space after each colon and comma, as Python's `json.dumps` writes it. */
function spaced(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
	if (typeof value === 'object' && value !== null) {
		const members = Object.entries(value).map(
			([name, member]) => `${JSON.stringify(name)}: ${spaced(member)}`,
		);
		return `{${members.join(', ')}}`;
	}
	return JSON.stringify(value);
}

/** More than this is not looked at: an unproven body must not make n8n work for seconds. */
const MAX_BYTES = 256 * 1024;
/** Deeper than any event is. */
const MAX_DEPTH = 100;
/** Indentation makes a deep and long list a hundred times as long: more than this is not written. */
const MAX_WRITTEN_BYTES = 1024 * 1024;

/**
 * The usual ways in which something between sender and n8n writes a body anew. One at a time, and only
 * when the one before did not fit: each may be several times as long as the body.
 */
export function* rewrittenBodies(body: Buffer): Generator<RewrittenBody> {
	if (body.length > MAX_BYTES) return;
	const text = body.toString('utf8');
	for (const [written, change] of textChanges(text)) {
		if (written !== text) yield { body: Buffer.from(written), change };
	}
	const depth = depthOf(text);
	if (depth > MAX_DEPTH) return;
	let value: unknown;
	try {
		value = JSON.parse(text.replace(/^\ufeff/, ''));
	} catch {
		return;
	}
	const lines = text.match(/[,[\]{}]/g)?.length ?? 0;
	for (const [write, indentation] of WRITERS) {
		if (text.length + lines * depth * indentation > MAX_WRITTEN_BYTES) continue;
		const written = write(value);
		yield { body: Buffer.from(written), change: PARSED };
		yield { body: Buffer.from(ESCAPED(written)), change: PARSED };
	}
	yield {
		body: Buffer.from(JSON.stringify(sorted(value))),
		change: 'the order of its members was changed',
	};
}

const PARSED = 'its JSON was parsed and written anew';

function* textChanges(text: string): Generator<[written: string, change: string]> {
	yield [text.replace(/^\ufeff/, ''), 'a byte order mark was put in front of it'];
	yield [text.trim(), 'spaces or line breaks were added around it'];
	yield [`${text}\n`, 'the line break at its end was cut off'];
	yield [`${text}\r\n`, 'the line break at its end was cut off'];
	yield [text.replaceAll('\r\n', '\n'), 'its line breaks were changed'];
	yield [text.replaceAll(/\r?\n/g, '\r\n'), 'its line breaks were changed'];
	yield [`\ufeff${text}`, 'the byte order mark in front of it was cut off'];
}

const WRITERS: ReadonlyArray<[write: (value: unknown) => string, indentation: number]> = [
	[(value) => JSON.stringify(value), 0],
	[spaced, 0],
	[(value) => JSON.stringify(value, null, 2), 2],
	[(value) => JSON.stringify(value, null, 4), 4],
	[(value) => JSON.stringify(value, null, '\t'), 1],
	[(value) => JSON.stringify(value).replaceAll('/', '\\/'), 0],
];

/** How deep brackets and braces are nested, those in texts included: at least as deep as the JSON is. */
function depthOf(text: string): number {
	let depth = 0;
	let deepest = 0;
	for (const character of text) {
		if (character === '[' || character === '{') depth += 1;
		else if (character === ']' || character === '}') depth -= 1;
		if (depth > deepest) deepest = depth;
	}
	return deepest;
}

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (!isObject(value)) return value;
	const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
	return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}
