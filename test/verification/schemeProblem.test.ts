import { parameterOf } from '../subjects/parameterOf';
import { providers, providerOf } from '../../nodes/providers';
import type { EnvelopeScheme, Scheme, SignatureScheme } from '../../nodes/verification/scheme';
import { schemeProblem } from '../../nodes/verification/schemeProblem';
import { examples } from '../conformance/examples';

const schemeOf = (id: string) =>
	providerOf(id).trigger.scheme({
		timestampTolerance: 300,
		acceptPlaintext: false,
		read: parameterOf(id),
	});

it.each(providers.map(({ id }) => id))('finds nothing wrong with %s', (id) => {
	expect(schemeProblem(schemeOf(id))).toBeUndefined();
});

it.each(Object.entries(examples))('finds nothing wrong with the example: %s', (_name, scheme) => {
	expect(schemeProblem(scheme)).toBeUndefined();
});

it('takes SHA-1 by the form of Vapi, whose page offers it, and by no form unasked', () => {
	const byForm = (vapiAlgorithm: string) =>
		providerOf('vapi').trigger.scheme({
			timestampTolerance: 300,
			acceptPlaintext: false,
			read: (name) => ({ vapiAlgorithm })[name],
		});
	expect(byForm('hmac-sha1')).toMatchObject({ algorithm: 'hmac-sha1', documentsSha1: true });
	expect(schemeProblem(byForm('hmac-sha1'))).toBeUndefined();
	expect(byForm('hmac-sha256')).not.toHaveProperty('documentsSha1');
});

const time = { header: 'x-sig', list: ',', prefix: 't=' } as const;
const timed: SignatureScheme = {
	kind: 'signature',
	label: 'timed',
	algorithm: 'hmac-sha256',
	signature: { header: 'x-sig', list: ',', prefix: 'v1=', encoding: 'hex' },
	signed: [{ header: 'x-id' }, { literal: '.' }, time, { literal: '.' }, { body: true }],
	timestamp: { ...time, unit: 's', toleranceSeconds: 300 },
	id: { header: 'x-id' },
};
const sealed = schemeOf('enableX') as EnvelopeScheme;
const { signature, signed, timestamp = { ...time, unit: 's', toleranceSeconds: 1 } } = timed;
const without = (name: 'body' | 'header') => signed.filter((part) => !(name in part));

const wrong: Array<[string, Scheme]> = [
	[
		'The body is not signed: nothing would prove what was sent.',
		{ ...timed, signed: without('body') },
	],
	['The body is signed more than once.', { ...timed, signed: [...signed, { body: true }] }],
	[
		'The timestamp is not signed: anyone could change it.',
		{ ...timed, signed: without('header'), id: undefined },
	],
	[
		'The timestamp is not signed: anyone could change it.',
		{ ...timed, timestamp: { ...timestamp, header: 'x-other' } },
	],
	[
		'The timestamp is not signed: anyone could change it.',
		{ ...timed, timestamp: { ...timestamp, list: ' ' } },
	],
	[
		'The timestamp is not signed: anyone could change it.',
		{ ...timed, timestamp: { ...timestamp, prefix: 's=' } },
	],
	['The ID is not signed: anyone could change it.', { ...timed, id: { header: 'x-other' } }],
	['The signature signs itself.', { ...timed, signed: [...signed, signature] }],
	[
		'SHA-1 is taken only where the provider documents it, and nothing says that it does.',
		{ ...timed, algorithm: 'hmac-sha1' },
	],
	['The algorithm is not a known one.', { ...timed, algorithm: 'md5' as 'hmac-sha256' }],
	['The algorithm is not a known one.', { ...timed, algorithm: 'toString' as 'hmac-sha256' }],
	[
		'The encoding is not a known one.',
		{ ...timed, signature: { ...signature, encoding: 'base32' as 'hex' } },
	],
	['The encoding of the key is not a known one.', { ...timed, key: { encoding: '' as 'hex' } }],
	[
		'Ed25519 needs a public key of 32 bytes, which a text cannot be: it has to be decoded.',
		{ ...timed, algorithm: 'ed25519' },
	],
	['The name of a header is empty.', { ...timed, keyId: { header: '' } }],
	[
		'A header has a name that no header can have in lower case.',
		{ ...timed, keyId: { header: 'X-Key' } },
	],
	[
		'A header has a name that no header can have in lower case.',
		{ ...timed, keyId: { header: 'x key' } },
	],
	[
		'A header has a name that no header can have in lower case.',
		{ ...timed, keyId: { header: ' x-key' } },
	],
	[
		'A header has a name that no header can have in lower case.',
		{ ...timed, signed: [...signed, { header: 'x-url\n' }] },
	],
	[
		'The prefix v1, holds what separates the pieces of x-sig, so none can start with it.',
		{ ...timed, signature: { ...signature, prefix: 'v1,' } },
	],
	[
		'The unit of the timestamp is not a known one.',
		{ ...timed, timestamp: { ...timestamp, unit: 'min' as 's' } },
	],
	...[Number.NaN, -1, Infinity, '300' as unknown as undefined].map(
		(toleranceSeconds): [string, Scheme] => [
			'The tolerance of the timestamp is not a number of seconds.',
			{ ...timed, timestamp: { ...timestamp, toleranceSeconds: toleranceSeconds as number } },
		],
	),
	[
		'Two things stand in x-sig, so both need what separates its pieces.',
		{ ...timed, signature: { ...signature, list: undefined } },
	],
	[
		'Two things stand in x-sig, so both need what separates its pieces.',
		{ ...timed, keyId: { header: 'x-sig', list: ' ', prefix: 'k=' } },
	],
	[
		'Two things stand in x-sig, so both need what separates its pieces.',
		{
			...timed,
			signature: { ...signature, list: undefined },
			signed: [{ header: 'x-sig', prefix: 't=' }, { body: true }],
			timestamp: { ...timestamp, list: undefined },
			id: undefined,
		},
	],
	[
		'Two things in x-sig cannot be told apart by their prefixes.',
		{ ...timed, signature: { ...signature, prefix: 't' } },
	],
	[
		'Two things in x-sig cannot be told apart by their prefixes.',
		{ ...timed, signature: { ...signature, prefix: undefined } },
	],
	[
		'Two things in x-sig cannot be told apart by their prefixes.',
		{ ...timed, signature: { ...signature, prefix: 't=1' } },
	],
	['The name of a header is empty.', { kind: 'shared-secret', label: 'x', secret: { header: '' } }],
	['No header names the cipher.', { ...sealed, cipherHeaders: [] }],
	['No member of the body holds the ciphertext.', { ...sealed, field: '' }],
	[
		'Nothing tells an event from other JSON, so a wrong key could pass.',
		{ ...sealed, eventMembers: [] },
	],
	[
		'Nothing tells an event from other JSON, so a wrong key could pass.',
		{ ...sealed, eventMembers: [['state'], []] },
	],
	...(['formatHeader', 'charsetHeader'] as const).map((name): [string, Scheme] => [
		'A header has a name that no header can have in lower case.',
		{ ...sealed, [name]: 'X-Format' },
	]),
	['The name of a header is empty.', { ...sealed, cipherHeaders: ['x-algoritm', ''] }],
];

it.each(wrong)('%s (%#)', (sentence, scheme) => {
	expect(schemeProblem(scheme)).toBe(sentence);
});

it('takes what is only unusual', () => {
	expect(schemeProblem(timed)).toBeUndefined();
	expect(
		schemeProblem({ ...timed, timestamp: { ...timestamp, toleranceSeconds: 0 } }),
	).toBeUndefined();
	expect(schemeProblem({ ...timed, algorithm: 'hmac-sha1', documentsSha1: true })).toBeUndefined();
	const named = { ...timed, keyId: { header: 'x-sig', list: ',', prefix: 'k=' } } as const;
	expect(schemeProblem(named)).toBeUndefined();
	expect(schemeProblem({ ...timed, keyId: { header: 'x'.repeat(100) } })).toBeUndefined();
	expect(schemeProblem({ ...timed, keyId: { header: 'x'.repeat(101) } })).toBeDefined();
});
