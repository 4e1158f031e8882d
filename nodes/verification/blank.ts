/**
 * White space that people enter, and characters that nobody sees. Not the vertical tab: nobody types
 * it, and RFC 4231 has a key of nothing else.
 */
const BLANK =
	/^[ \t\r\n\f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]*$/;

/** Whether a text holds nothing that a person could have meant: a blank secret is no secret. */
export function isBlank(text: string): boolean {
	return BLANK.test(text);
}
