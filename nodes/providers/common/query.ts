/** A path with the members of an object as its query; nothing is added for an empty one. */
export function pathWithQuery(path: string, query: Readonly<Record<string, string>>): string {
	const text = new URLSearchParams(query).toString();
	return text === '' ? path : `${path}?${text}`;
}
