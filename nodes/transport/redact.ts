import { PLACEHOLDER } from '../providers/common/secretMembers';
import { isObject } from '../verification/json';
import { finderOf } from './spellings';

/** Cuts secrets out of all texts of a value that was parsed from JSON, names of members included. */
export type Redact = <T>(value: T) => T;

/**
 * Makes a function that cuts secrets out of what a provider answers. Servers like to repeat the path of
 * a request in their error pages, and the inbound URL's path is a secret. It works on parsed values, so
 * it does not matter how JSON escaped them.
 *
 * @param secrets as they are; every other way to write them is found as well
 */
export function redactor(secrets: readonly string[]): Redact {
	const find = finderOf(secrets);
	const redactText = (text: string) => {
		let cut = '';
		let done = 0;
		for (const [start, end] of find(text)) {
			cut += text.slice(done, start) + PLACEHOLDER;
			done = end;
		}
		return done === 0 ? text : cut + text.slice(done);
	};
	const redact = (value: unknown): unknown => {
		if (typeof value === 'string') return redactText(value);
		if (Array.isArray(value)) return value.map(redact);
		if (!isObject(value)) return value;
		const members = Object.entries(value).map(([name, member]) => [
			redactText(name),
			redact(member),
		]);
		return Object.fromEntries(members) as unknown;
	};
	return <T>(value: T) => redact(value) as T;
}
