import { BadInput } from '../../../nodes/providers/common/badInput';
import {
	schemeOfTemplate,
	type SignatureTemplate,
} from '../../../nodes/providers/common/signatureTemplate';

const template: SignatureTemplate = {
	algorithm: 'hmac-sha256',
	signature: { header: 'X-Signature', encoding: 'hex' },
	signed: '{body}',
	toleranceSeconds: 300,
};
const timestamp = { header: 'X-Timestamp', unit: 's' } as const;

it('reads places, literals and placeholders in their order', () => {
	const id = { header: 'X-ID' };
	const { signed } = schemeOfTemplate({
		...template,
		signed: 'v0:{timestamp}\\n{BODY}{Id}',
		timestamp,
		id,
	});
	expect(signed).toEqual([
		{ literal: 'v0:' },
		{ header: 'x-timestamp' },
		{ literal: '\n' },
		{ body: true },
		{ header: 'x-id' },
	]);
});

it.each<[string, Partial<SignatureTemplate>, RegExp]>([
	['no header', { signature: { header: ' ', encoding: 'hex' } }, /Signature Header is empty/],
	[
		'a header with a value',
		{ signature: { header: 'X-Signature: abc', encoding: 'hex' } },
		/not the name of a header/,
	],
	['no body', { signed: '{timestamp}', timestamp }, /has to hold \{body\} once/],
	['nothing at all', { signed: '' }, /has to hold \{body\} once/],
	['the body twice', { signed: '{body}{body}' }, /has to hold \{body\} once/],
	['a timestamp that is not signed', { timestamp }, /does not hold \{timestamp\}/],
	['a timestamp from nowhere', { signed: '{timestamp}.{body}' }, /Timestamp Header is empty/],
	['an ID that is not signed', { id: { header: 'X-ID' } }, /does not hold \{id\}/],
	['an ID from nowhere', { signed: '{id}.{body}' }, /ID Header is empty/],
	['an unknown placeholder', { signed: '{url}{body}' }, /\{url\}, which is not a placeholder/],
	['an endless text', { signed: `${'x'.repeat(300)}{body}` }, /longer than 200/],
	['an unknown algorithm', { algorithm: 'md5' as 'hmac-sha1' }, /algorithm/],
])('refuses %s with a sentence and an advice', (_name, change, words) => {
	let thrown: unknown;
	try {
		schemeOfTemplate({ ...template, ...change });
	} catch (error) {
		thrown = error;
	}
	expect(thrown).toBeInstanceOf(BadInput);
	expect((thrown as BadInput).message).toMatch(words);
	expect((thrown as BadInput).advice).toMatch(/^[A-Z].+\.$/);
});
