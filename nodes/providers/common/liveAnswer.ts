import type { IDataObject } from 'n8n-workflow';
import { isObject, parseExactObject } from '../../verification/json';
import { BadInput } from './badInput';
import { withAdditions } from './customFields';
import type { AnswerKind, Answered, GivenAnswer, LiveResponse } from './liveRequest';

/** How the form calls each way to answer. */
export const ANSWER_NAMES: Record<AnswerKind, string> = {
	agent: 'Agent',
	error: 'Error',
	json: 'JSON',
	reject: 'Reject',
	result: 'Result',
	transfer: 'Transfer',
};

/** A response with the usual status. */
export function respondWith(body: unknown, headers?: Record<string, string>): LiveResponse {
	return headers === undefined ? { status: 200, body } : { status: 200, body, headers };
}

/** The only answer to a request that asks one thing. */
export function only(answers: readonly Answered[]): GivenAnswer {
	return answers[0].given;
}

/** The error for an answer that a request does not take. */
export function notTaken(given: GivenAnswer, request: string, kinds: readonly AnswerKind[]) {
	const taken = kinds.map((kind) => ANSWER_NAMES[kind]).join(', ');
	return new BadInput(
		`${ANSWER_NAMES[given.kind]} does not answer ${request}.`,
		`Use one of: ${taken}.`,
	);
}

/**
 * An answer with the members that a person adds to it.
 *
 * @throws BadInput for those that say again what the other fields say
 */
export function withFields(known: IDataObject, { fields }: { fields: IDataObject }): IDataObject {
	return withAdditions(known, fields, 'Additional Fields (JSON)');
}

/** A result as text: text as it is, nothing as the empty text, everything else as JSON. */
export function resultText(value: unknown): string {
	if (value === undefined || value === null) return '';
	return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The same on one line. */
export function resultLine(value: unknown): string {
	return resultText(value)
		.replaceAll(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')
		.trim();
}

/** Arguments, which providers write as an object or as the text of one. */
export function parametersOf(...candidates: unknown[]): IDataObject {
	for (const candidate of candidates) {
		if (isObject(candidate)) return candidate as IDataObject;
		if (typeof candidate !== 'string') continue;
		const parsed = parseExactObject(Buffer.from(candidate, 'utf8'));
		if (parsed !== undefined) return parsed as IDataObject;
	}
	return {};
}

/** Variables whose values have to be text. */
export function textVariables(variables: IDataObject): Record<string, string> {
	return Object.fromEntries(
		Object.entries(variables).map(([name, value]) => [name, resultText(value)]),
	);
}

/** An object, or nothing where it has no members. */
export function unlessEmpty<T extends object>(value: T): T | undefined {
	return Object.keys(value).length === 0 ? undefined : value;
}
