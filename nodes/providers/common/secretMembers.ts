import { isObject } from '../../verification/json';

/** What stands in place of a secret that was cut out. */
export const PLACEHOLDER = '[redacted]';

/**
 * A value parsed from JSON whose members with these names, at any depth, are cut out.
 *
 * @param names of members that are secrets whatever they hold
 */
export function withoutMembers<T>(value: T, names: readonly string[]): T {
	if (names.length === 0) return value;
	const cut = (part: unknown): unknown => {
		if (Array.isArray(part)) return part.map(cut);
		if (!isObject(part)) return part;
		const members = Object.entries(part).map(([name, member]) => [
			name,
			names.includes(name) ? PLACEHOLDER : cut(member),
		]);
		return Object.fromEntries(members) as unknown;
	};
	return cut(value) as T;
}
