/** A credential's field as entered; what is not text counts as empty. */
export function enteredText(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

/**
 * What is wrong with a pasted secret that nobody meant to be so.
 *
 * @param name how the form calls it, e.g. `signing secret`
 * @returns a sentence that says what is wrong and one that says what to do; never the value
 */
export function textProblem(name: string, value: string): string | undefined {
	if (/[\r\n]/.test(value)) {
		return `The ${name} holds a line break. Paste it again, without the line break.`;
	}
	if (value !== value.trim()) {
		return `The ${name} begins or ends with a blank. Paste it again, without blanks around it.`;
	}
	return undefined;
}
