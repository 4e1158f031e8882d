import { adviceText } from '../../../nodes/providers/common/advice';
import {
	signingSecretProblem,
	signingSecrets,
} from '../../../nodes/providers/common/signingSecret';

const current = ['made', 'up', 'current'].join('-');
const previous = ['made', 'up', 'previous'].join('-');
const credential = (signingSecret: unknown, previousSigningSecret: unknown = '') =>
	({ signingSecret, previousSigningSecret }) as Record<string, string>;

test('both secrets are candidates, as entered', () => {
	expect(signingSecrets(credential(` ${current}`, previous))).toEqual([
		{ label: 'current', value: ` ${current}` },
		{ label: 'previous', value: previous },
	]);
});

test('what is missing or no text is an empty secret, which never matches', () => {
	expect(signingSecrets({}).map(({ value }) => value)).toEqual(['', '']);
	expect(signingSecrets(credential(42, {})).map(({ value }) => value)).toEqual(['', '']);
});

test.each([
	['nothing entered', credential(''), 'is empty'],
	['blanks only', credential('  \n'), 'is empty'],
	['a line break', credential(`${current}\n`), 'signing secret holds a line break'],
	['a blank before it', credential(` ${current}`), 'starts or ends with a space'],
	['a tab after it', credential(`${current}\t`), 'starts or ends with a space'],
	['nothing that anybody sees', credential('\u200b\u00a0'), 'is empty'],
	['a zero-width space in it', credential(`${current}\u200bx`), 'holds invisible characters'],
	['a byte order mark within', credential(`x\u2060${current}`), 'holds invisible characters'],
	['a NUL within', credential(`${current}\0x`), 'holds invisible characters'],
	['an empty Braille cell', credential(`\u2800${current}`), 'holds invisible characters'],
	['what stands for an object', credential(`${current}\ufffc`), 'holds invisible characters'],
	['quotes', credential(`"${current}"`), 'is in quotes'],
	['typographic quotes', credential(`\u201c${current}\u201d`), 'is in quotes'],
	['the previous one in quotes', credential(current, `'${previous}'`), 'previous signing secret'],
	['a URL', credential('https://example.com/hook'), 'is a web address'],
	['the previous one with a blank', credential(current, `${previous} `), 'previous signing secret'],
	['the previous one a URL', credential(current, 'http://example.com'), 'is a web address'],
	['the same one twice', credential(current, current), 'the same'],
])('%s is a problem, told in two sentences and without the value', (_, entered, words) => {
	const found = signingSecretProblem(entered);
	const problem = found && adviceText(found);
	expect(problem).toContain(words);
	expect(problem).toMatch(/^[A-Z][^.]+\. [A-Z].+\.$/);
	expect(problem).not.toContain(current);
	expect(problem).not.toContain(previous);
});

test('a secret alone and a pair of two are fine', () => {
	expect(signingSecretProblem(credential(current))).toBeUndefined();
	expect(signingSecretProblem({ signingSecret: current })).toBeUndefined();
	expect(signingSecretProblem(credential(current, previous))).toBeUndefined();
});
