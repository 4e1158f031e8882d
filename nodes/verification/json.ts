import { decodeCharset } from './textEncoding';

/** A JSON object, as parsed: nothing is known about its members. */
export type JsonObject = Record<string, unknown>;

/** Whether a value is a JSON object: neither `null` nor a list nor a scalar. */
export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Parses bytes that have to be JSON in valid UTF-8; a byte order mark is allowed.
 *
 * @returns the value, or `undefined` for anything else
 */
export function parseJson(bytes: Buffer): unknown {
	const text = decodeCharset(bytes, 'utf8');
	if (text === undefined) return undefined;
	try {
		return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text) as unknown;
	} catch {
		return undefined;
	}
}

/**
 * Parses bytes as {@link parseJson} does.
 *
 * @returns the object, or `undefined` for anything else
 */
export function parseObject(bytes: Buffer): JsonObject | undefined {
	const value = parseJson(bytes);
	return isObject(value) ? value : undefined;
}

/** Whether an object is an event: of each group of members, one is a non-empty string or a number. */
export function isEvent(
	value: JsonObject | undefined,
	groups: ReadonlyArray<readonly string[]>,
): value is JsonObject {
	if (value === undefined) return false;
	return groups.every((members) =>
		members.some((member) => {
			const held = Object.hasOwn(value, member) ? value[member] : undefined;
			return (typeof held === 'string' && held !== '') || typeof held === 'number';
		}),
	);
}

/**
 * Parses proven bytes, but gives integers that JavaScript cannot hold as text: an ID such as
 * 1524831183200260097 stays exact.
 *
 * @returns the object, or `undefined` for anything else
 */
export function parseExactObject(bytes: Buffer): JsonObject | undefined {
	const value = parseExact(bytes);
	return isObject(value) ? value : undefined;
}

/** Parses any JSON as {@link parseExactObject} does. */
export function parseExact(bytes: Buffer): unknown {
	const text = bytes.toString('utf8');
	if (!/\d{16}/.test(text)) return parseProven(bytes);
	return parseProven(Buffer.from(withLongIntegersQuoted(text), 'utf8'));
}

const NUMBERS = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * The JSON with each integer that JavaScript cannot hold as text. It goes from quote to quote: a regular
 * expression for whole texts runs out of stack on one of some megabytes.
 */
function withLongIntegersQuoted(json: string): string {
	let quoted = '';
	for (let at = 0; at < json.length;) {
		const opening = positionOf(json, '"', at);
		const between = json.slice(at, opening);
		quoted += between.length < 16 ? between : between.replace(NUMBERS, quotedIfLong);
		at = endOfText(json, opening);
		quoted += json.slice(opening, at);
	}
	return quoted;
}

/** Also those with an exponent or a fraction of zeros: 1.524831183200260097e18 is an integer. */
function quotedIfLong(number: string): string {
	const value = Number(number);
	const isExact = !Number.isInteger(value) || Number.isSafeInteger(value);
	const digits = number.replace(/e.*$/i, '').replaceAll(/\D/g, '').length;
	return isExact || digits < 16 ? number : `"${number}"`;
}

/** Behind the quote that closes the text which opens here. */
function endOfText(json: string, opening: number): number {
	for (let at = opening + 1; at < json.length;) {
		const closing = positionOf(json, '"', at);
		let backslashes = 0;
		while (json[closing - 1 - backslashes] === '\\') backslashes += 1;
		at = closing + 1;
		if (backslashes % 2 === 0) return at;
	}
	return json.length;
}

/** The length where there is none. */
function positionOf(json: string, character: string, from: number): number {
	const found = json.indexOf(character, from);
	return found === -1 ? json.length : found;
}

/**
 * Parses bytes as {@link parseObject} does, but takes what is not UTF-8 as well, with replacement
 * characters: for bytes that are proved, and that some sender wrote in Latin-1.
 */
export function parseProvenObject(bytes: Buffer): JsonObject | undefined {
	const value = parseProven(bytes);
	return isObject(value) ? value : undefined;
}

/** Parses any JSON as {@link parseProvenObject} does. */
export function parseProven(bytes: Buffer): unknown {
	return parseJson(bytes) ?? parseJson(Buffer.from(bytes.toString('utf8'), 'utf8'));
}
