import { parameterOf } from '../subjects/parameterOf';
import { providers, providerOf } from '../../nodes/providers';
import type { Secret, SignatureScheme } from '../../nodes/verification/scheme';
import { verify } from '../../nodes/verification/verify';
import published from './published.json';
import signed from './signed.json';

/**
 * Deliveries that were not made by anything in this project: published by the provider, or made with
 * other tools from its page's rule. What signs and what checks in this project could be wrong in the same
 * way; these would show it.
 */
const vectors = published.vectors.map(({ headers, body, ...rest }) => ({
	...rest,
	delivery: {
		headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, [text]])),
		body: Buffer.from(body),
	},
	keyId: 'x-public-key' in headers ? headers['x-public-key'] : undefined,
}));

/** The scheme as the vector's form says it; where it says nothing, as that of the tests does. */
function schemeOf({ provider, parameters }: { provider: string; parameters?: object }) {
	const own: Record<string, unknown> = { ...parameters };
	const read = (name: string) => (name in own ? own[name] : parameterOf(provider)(name));
	return providerOf(provider).trigger.scheme({
		timestampTolerance: 300,
		acceptPlaintext: false,
		read,
	});
}
const secretOf = ({ key, keyId }: { key: string; keyId?: string }): Secret => ({
	label: 'vector',
	value: key,
	keyId,
});

test('every provider brings one', () => {
	const brought = new Set([...vectors, ...signed.vectors].map(({ provider }) => provider));
	expect(providers.map(({ id }) => id).filter((id) => !brought.has(id))).toEqual([]);
});

describe.each(vectors)('$provider: $source', (vector) => {
	const { delivery, now } = vector;
	const scheme = schemeOf(vector);

	it('is genuine', () => {
		expect(verify(delivery, scheme, [secretOf(vector)], now)).toMatchObject({ ok: true });
	});

	it('is not with a changed body or another secret', () => {
		const changed = { ...delivery, body: Buffer.concat([delivery.body, Buffer.from(' ')]) };
		if (scheme.kind !== 'envelope') {
			expect(verify(changed, scheme, [secretOf(vector)], now).ok).toBe(false);
		}
		const cut = { ...secretOf(vector), value: `x${vector.key.slice(1)}` };
		expect(verify(delivery, scheme, [cut], now).ok).toBe(false);
	});
});

/** Ways in which a scheme's data could be wrong; the vectors have to notice each of them. */
function* wrongSchemes(scheme: SignatureScheme): Generator<[name: string, wrong: SignatureScheme]> {
	const { signature, signed: parts, timestamp, key } = scheme;
	yield ['another header', { ...scheme, signature: { ...signature, header: 'x-other' } }];
	yield [
		'a prefix',
		{ ...scheme, signature: { ...signature, prefix: `x${signature.prefix ?? ''}` } },
	];
	yield [
		'another encoding',
		{
			...scheme,
			signature: { ...signature, encoding: signature.encoding === 'base64' ? 'hex' : 'base64' },
		},
	];
	if (signature.list) {
		const list = signature.list === ',' ? ' ' : ',';
		yield ['another separator', { ...scheme, signature: { ...signature, list } }];
	}
	const other = scheme.algorithm === 'hmac-sha512' ? 'hmac-sha256' : 'hmac-sha512';
	yield ['another hash', { ...scheme, algorithm: other }];
	yield ['a literal more', { ...scheme, signed: [...parts, { literal: '.' }] }];
	if (parts.length > 1) {
		yield ['the parts in another order', { ...scheme, signed: [...parts].reverse() }];
		yield ['a part less', { ...scheme, signed: parts.filter((part) => 'body' in part) }];
	}
	if (parts.some((part) => 'literal' in part)) {
		const literal = ':';
		const changed = parts.map((part) => ('literal' in part ? { literal } : part));
		yield ['another separator in the signed string', { ...scheme, signed: changed }];
	}
	if (timestamp) {
		const unit = timestamp.unit === 'ms' ? 's' : 'ms';
		// Vapi's timestamps may be either.
		if (timestamp.unit === 's-or-ms') return;
		yield ['another unit', { ...scheme, timestamp: { ...timestamp, unit } }];
	}
	yield [
		'another form of the key',
		{ ...scheme, key: key === undefined ? { encoding: 'base64' } : undefined },
	];
}

describe.each(vectors)('a scheme of $provider that is wrong on purpose', (vector) => {
	const scheme = schemeOf(vector);
	if (scheme.kind !== 'signature') {
		it('is not made of data that could be', () => expect(scheme.kind).toBe('envelope'));
		return;
	}

	it.each([...wrongSchemes(scheme)])('fails: %s', (_name, wrong) => {
		const { delivery, now } = vector;
		expect(verify(delivery, wrong, [secretOf(vector)], now).ok).toBe(false);
	});
});
