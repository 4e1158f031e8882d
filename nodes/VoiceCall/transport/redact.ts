/** Shorter texts are no secrets, and cutting them out would garble what providers say. */
const SHORTEST_SECRET = 8;
const PLACEHOLDER = '[redacted]';

/**
 * Makes a function that cuts secrets out of a provider's text. Servers like to repeat the path of
 * a request in their error pages, and the inbound URL's path is a secret.
 *
 * @param secrets as they are; their URL-encoded and JSON-escaped forms are found as well
 */
export function redactor(secrets: readonly string[]): (text: string) => string {
	const forms = secrets
		.filter((secret) => secret.length >= SHORTEST_SECRET)
		.flatMap((secret) => [secret, encoded(secret), JSON.stringify(secret).slice(1, -1)]);
	const longestFirst = [...new Set(forms)].sort((a, b) => b.length - a.length);
	return (text) =>
		longestFirst.reduce((rest, secret) => rest.replaceAll(secret, PLACEHOLDER), text);
}

function encoded(secret: string): string {
	try {
		return encodeURIComponent(secret);
	} catch {
		return secret;
	}
}
