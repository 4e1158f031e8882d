import { rewrittenBodies } from '../../nodes/delivery/refusal/doctor/bodyMistakes';

/** How many bytes of rewritten bodies the doctor looks at, for a body that nobody has proved. */
function writtenFor(text: string): number {
	let bytes = 0;
	for (const { body } of rewrittenBodies(Buffer.from(text))) bytes += body.length;
	return bytes;
}

const nested = (content: string) => `${'['.repeat(99)}${content}${']'.repeat(99)}`;
const KILOBYTE = 1024;

test.each([
	['long and deep', nested(`${'0,'.repeat(100_000)}0`)],
	['long', `[${'0,'.repeat(120_000)}0]`],
	['full of objects', nested(`${'{},'.repeat(60_000)}0`)],
	['of objects within each other', `${'{"a":'.repeat(99)}1${'}'.repeat(99)}`.padEnd(200_000)],
	['not ASCII', JSON.stringify('\u00e9'.repeat(120_000))],
	['more than is looked at', `[${'0,'.repeat(200_000)}0]`],
])('a body that is %s makes no more than some megabytes of work', (_, text) => {
	expect(writtenFor(text)).toBeLessThan(8 * 1024 * KILOBYTE);
});

test('an event of the usual form is written in all ways', () => {
	const text = JSON.stringify({ event: { id: 'e/1', list: [1, 2, { a: 'b' }] } });
	const ways = [...rewrittenBodies(Buffer.from(text))].map(({ body }) => body.toString());
	expect(ways).toContain(JSON.stringify(JSON.parse(text), null, 4));
	expect(ways).toContain(JSON.stringify(JSON.parse(text), null, '\t'));
	expect(ways).toContain(text.replaceAll('/', '\\/'));
});
