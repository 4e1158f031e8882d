import { adviceText } from '../../../nodes/providers/common/advice';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { createHmac } from 'node:crypto';
import { miraiMinds } from '../../../nodes/providers/miraiMinds';
import { verify } from '../../../nodes/verification/verify';

const { trigger } = miraiMinds;
const scheme = trigger.scheme({
	timestampTolerance: 300,
	acceptPlaintext: false,
	read: () => undefined,
});

const publicKey = (digit: string) => `pk_${digit.repeat(32)}`;
const privateKey = (digit: string) => `sk_${digit.repeat(64)}`;
const pair = (digit: string) => ({ publicKey: publicKey(digit), privateKey: privateKey(digit) });
const withPairs = (...pairs: object[]) =>
	({ ...pair('a'), additionalKeyPairs: { pairs } }) as ICredentialDataDecryptedObject;

const body = Buffer.from('{"event":{"type":"call.completed","data":{}}}');
const signed = (by: { publicKey: string; privateKey: string }) => ({
	headers: {
		'x-signature': [createHmac('sha256', by.privateKey).update(body).digest('hex')],
		'x-public-key': [by.publicKey],
	},
	body,
});

describe('secrets', () => {
	it('accepts the documented reading: the whole string, sk_ included', () => {
		const vector = {
			body: Buffer.from(
				'{"metadata":{"customer_id":"12345"},"event":{"type":"call.completed","data":{"call":{"id":"c_1","status":"completed"}}}}',
			),
			headers: {
				'x-signature': ['cb55a7414fc04e68adbc5793cc4e4659a323f68b13de8ec0b59bbfda1fe23c21'],
				'x-public-key': [publicKey('1')],
			},
		};
		const key = `sk_${'0123456789abcdef'.repeat(4)}`;
		const secrets = trigger.secrets({ publicKey: publicKey('1'), privateKey: key });
		expect(verify(vector, scheme, secrets, 0)).toMatchObject({ ok: true });
	});

	it('takes each pair under its own public key, and says which', () => {
		const secrets = trigger.secrets(withPairs(pair('b'), pair('c')));
		for (const [digit, label] of [
			['a', 'own pair'],
			['b', 'additional pair 1'],
			['c', 'additional pair 2'],
		]) {
			const verdict = verify(signed(pair(digit)), scheme, secrets, 0);
			expect(verdict).toMatchObject({ ok: true, verifiedWith: label });
		}
	});

	it('refuses an unknown key, and a known one with another pair’s secret', () => {
		const secrets = trigger.secrets(withPairs(pair('b')));
		expect(verify(signed(pair('d')), scheme, secrets, 0)).toMatchObject({
			reason: 'key-id-unknown',
		});
		const crossed = { publicKey: publicKey('a'), privateKey: privateKey('b') };
		expect(verify(signed(crossed), scheme, secrets, 0)).toMatchObject({
			reason: 'signature-mismatch',
		});
	});

	it('knows two private keys of one public key while keys are changed', () => {
		const renewed = { publicKey: publicKey('a'), privateKey: privateKey('e') };
		const secrets = trigger.secrets(withPairs(renewed));
		expect(verify(signed(pair('a')), scheme, secrets, 0)).toMatchObject({ ok: true });
		expect(verify(signed(renewed), scheme, secrets, 0)).toMatchObject({ ok: true });
	});

	it('has no secret where there is no public key to choose it by', () => {
		const secrets = trigger.secrets({ publicKey: '', privateKey: privateKey('a') });
		expect(verify(signed(pair('a')), scheme, secrets, 0)).toMatchObject({
			reason: 'secret-missing',
		});
	});

	it.each([
		[{ additionalKeyPairs: {} }],
		[{ additionalKeyPairs: { pairs: {} } }],
		[{ additionalKeyPairs: { pairs: [null, 'x', 1] } }],
		[{ additionalKeyPairs: [] }],
		[{ additionalKeyPairs: '' }],
	])('has the own pair alone with %j', (more) => {
		const credential = { ...pair('a'), ...more } as ICredentialDataDecryptedObject;
		expect(trigger.secrets(credential).map(({ label }) => label)).toEqual(['own pair']);
	});
});

describe('credentialProblem', () => {
	it('finds nothing wrong with whole pairs, in either letter case, and with empty rows', () => {
		expect(trigger.credentialProblem(pair('a'))).toBeUndefined();
		expect(trigger.credentialProblem(pair('A'))).toBeUndefined();
		const emptyRow = { publicKey: '', privateKey: '' };
		expect(trigger.credentialProblem(withPairs(pair('b'), emptyRow, {}))).toBeUndefined();
	});

	const own = (change: object) => ({ ...pair('a'), ...change }) as ICredentialDataDecryptedObject;
	it.each([
		['no public key', own({ publicKey: '' }), 'public key (own pair) is empty'],
		['no private key', own({ privateKey: ' ' }), 'private key (own pair) is empty'],
		['a number as key', own({ privateKey: 7 }), 'private key (own pair) is empty'],
		['a line break', own({ privateKey: `${privateKey('a')}\n` }), 'holds a line break'],
		['a blank', own({ publicKey: ` ${publicKey('a')}` }), 'starts or ends with a space'],
		[
			'swapped fields',
			own({ publicKey: privateKey('a'), privateKey: publicKey('a') }),
			'are swapped. Put each into the other field.',
		],
		['sk_ cut off', own({ privateKey: 'a'.repeat(64) }), 'does not start with sk_'],
		['pk_ cut off', own({ publicKey: 'a'.repeat(32) }), 'does not start with pk_'],
		['the private key twice', own({ publicKey: privateKey('a') }), 'does not start with pk_'],
		['a cut public key', own({ publicKey: 'pk_abc' }), 'has 6 characters, not 35'],
		['a cut private key', own({ privateKey: privateKey('a').slice(0, -1) }), 'has 66 characters'],
		['a private key too long', own({ privateKey: `${privateKey('a')}a` }), 'has 68 characters'],
		['other characters', own({ privateKey: privateKey('z') }), 'characters that no key has'],
		[
			'half a row',
			withPairs(pair('b'), { publicKey: publicKey('c') }),
			'private key (additional pair 2) is empty',
		],
		[
			'the other half',
			withPairs({ publicKey: '', privateKey: privateKey('c') }),
			'public key (additional pair 1) is empty',
		],
	])('%s is a problem, told in sentences without the value', (_, credential, words) => {
		const found = trigger.credentialProblem(credential);
		const problem = found ? adviceText(found) : '';
		expect(problem).toContain(words);
		expect(problem).toMatch(/^[A-Z].+\. [A-Z].+\.$/);
		expect(problem).not.toMatch(/[0-9a-z]{16}/i);
	});
});

describe('mistakes', () => {
	/** The remedies that fit a delivery which the credential, as entered, refuses. */
	function remedies(credential: ICredentialDataDecryptedObject, by = pair('a')) {
		const delivery = signed(by);
		expect(verify(delivery, scheme, trigger.secrets(credential), 0).ok).toBe(false);
		return (trigger.mistakes?.(credential) ?? [])
			.filter(({ secrets }) => verify(delivery, scheme, secrets, 0).ok)
			.map(adviceText);
	}

	it('finds sk_ cut off', () => {
		const credential = { ...pair('a'), privateKey: 'a'.repeat(64) };
		expect(remedies(credential)).toEqual([expect.stringContaining('without its sk_')]);
	});

	it('finds sk_ cut off in an additional pair', () => {
		const cut = { publicKey: publicKey('b'), privateKey: 'b'.repeat(64) };
		expect(remedies(withPairs(cut), pair('b'))).toEqual([
			expect.stringContaining('without its sk_'),
		]);
	});

	it('finds swapped fields', () => {
		const credential = { publicKey: privateKey('a'), privateKey: publicKey('a') };
		expect(remedies(credential)).toEqual([expect.stringContaining('swapped')]);
	});

	it('finds a private key in the wrong pair', () => {
		const credential = {
			publicKey: publicKey('a'),
			privateKey: privateKey('b'),
			additionalKeyPairs: { pairs: [{ publicKey: publicKey('b'), privateKey: privateKey('a') }] },
		};
		expect(remedies(credential)).toEqual([expect.stringContaining('another pair')]);
	});

	it('finds nothing where the key is another one', () => {
		expect(remedies(withPairs(pair('b')), pair('c'))).toEqual([]);
		expect(remedies({}, pair('c'))).toEqual([]);
	});
});
