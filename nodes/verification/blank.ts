/** White space, control characters and whatever else nobody sees. */
const BLANK = /^[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** Whether a text holds nothing that a person could have meant: a blank secret is not a secret. */
export function isBlank(text: string): boolean {
	return BLANK.test(text);
}
