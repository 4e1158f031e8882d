/** A body as it may have been when it was signed, and what then happened to it. */
interface RewrittenBody {
	body: Buffer;
	change: string;
}

const ESCAPED = (text: string) =>
	text.replace(
		/[\u0080-\uffff]/g,
		(unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);

/** JSON with a blank after each colon and comma, as Python's `json.dumps` writes it. */
function spaced(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
	if (typeof value === 'object' && value !== null) {
		const members = Object.entries(value).map(
			([name, member]) => `${JSON.stringify(name)}: ${spaced(member)}`,
		);
		return `{${members.join(', ')}}`;
	}
	return JSON.stringify(value);
}

/** The usual ways in which something between sender and n8n writes a body anew. */
export function rewrittenBodies(body: Buffer): RewrittenBody[] {
	const text = body.toString('utf8');
	const bodies: RewrittenBody[] = [
		{ body: Buffer.from(text.trim()), change: 'blanks or line breaks were added around it' },
		{ body: Buffer.from(`${text}\n`), change: 'the line break at its end was cut off' },
		{ body: Buffer.from(text.replaceAll('\r\n', '\n')), change: 'its line breaks were changed' },
	];
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return bodies;
	}
	const change = 'its JSON was parsed and written anew';
	const written = [
		JSON.stringify(value),
		spaced(value),
		JSON.stringify(value, null, 2),
		JSON.stringify(value, null, 4),
		JSON.stringify(value, null, '\t'),
		JSON.stringify(value).replaceAll('/', '\\/'),
	];
	for (const form of written) {
		bodies.push({ body: Buffer.from(form), change }, { body: Buffer.from(ESCAPED(form)), change });
	}
	return bodies;
}
