import { isObject } from '../../verification/json';

/** Shorter texts are no secrets, and cutting them out would garble what providers say. */
const SHORTEST_SECRET = 8;
const PLACEHOLDER = '[redacted]';

/** Cuts secrets out of all texts of a value that was parsed from JSON, names of members included. */
export type Redact = <T>(value: T) => T;

/**
 * Makes a function that cuts secrets out of what a provider answers. Servers like to repeat the path of
 * a request in their error pages, and the inbound URL's path is a secret. It works on parsed values, so
 * it does not matter how JSON escaped them.
 *
 * @param secrets as they are; their URL-encoded, decoded and base64 forms are found as well
 */
export function redactor(secrets: readonly string[]): Redact {
	const forms = secrets.flatMap(formsOf).filter(({ length }) => length >= SHORTEST_SECRET);
	const longestFirst = [...new Set(forms)].sort((a, b) => b.length - a.length);
	const redactText = (text: string) =>
		longestFirst.reduce((rest, secret) => rest.replaceAll(secret, PLACEHOLDER), text);
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

/** The ways in which servers write a text that they were sent. */
function formsOf(secret: string): string[] {
	const encoded = encodedOf(secret);
	const bytes = Buffer.from(secret, 'utf8');
	return [
		secret,
		decodedOf(secret),
		encoded,
		encoded.replaceAll(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase()),
		encodedOf(encoded),
		JSON.stringify(secret).slice(1, -1),
		secret.replaceAll('/', '\\/'),
		bytes.toString('base64').replace(/=+$/, ''),
		bytes.toString('base64url'),
		bytes.toString('hex'),
	];
}

function encodedOf(text: string): string {
	try {
		return encodeURIComponent(text);
	} catch {
		return text;
	}
}

function decodedOf(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
