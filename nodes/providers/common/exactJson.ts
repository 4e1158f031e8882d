/** Marks an integer that JavaScript cannot hold; no text that people write starts so. */
const MARK = '\u0000integer:';
const MARKED = /"\\u0000integer:(-?\d+)"/g;
/** Texts, which stay as they are, and numbers. */
const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * Parses JSON that a person wrote so that {@link exactJson} writes its integers as they were entered.
 *
 * @throws SyntaxError for anything that is not JSON
 */
export function parseExactJson(text: string): unknown {
	const marked = text.replace(TOKENS, (token) =>
		/^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token))
			? JSON.stringify(`${MARK}${token}`)
			: token,
	);
	return JSON.parse(marked) as unknown;
}

/** Writes a value as JSON, with the integers of {@link parseExactJson} as they were entered. */
export function exactJson(value: unknown): string {
	return JSON.stringify(value).replace(MARKED, '$1');
}
