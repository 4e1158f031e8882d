import { adviceText } from '../../../nodes/providers/common/advice';
import { enableX } from '../../../nodes/providers/enableX';
import { verify } from '../../../nodes/verification/verify';

const { trigger } = enableX;

/** Dummy App ID; the ciphertexts are what `openssl enc -md md5 -nosalt` makes with it. */
const appId = ['01234567', '89abcdef', '01234567'].join('');
const plaintext = '{"voice_id":"v-1","state":"connected"}';
const ciphertexts: Array<[string, string, string]> = [
	[
		'aes-128-cbc',
		'hex',
		'c8b2b79fc7e3cca48d54a08ae64eaf7cf31dd234a0c645a7940e7dbd0622637724587c96d0777839f370b4d089a12c93',
	],
	['aes-128-cbc', 'base64', 'yLK3n8fjzKSNVKCK5k6vfPMd0jSgxkWnlA59vQYiY3ckWHyW0Hd4OfNwtNCJoSyT'],
	[
		'aes-192-cbc',
		'hex',
		'ef25d3d557a1141ce12c5ee08d210edf5b1d48ff46ae31d13006d15ad9891f92d42c38bcd5daae801f2166bd43b1abbb',
	],
	[
		'aes-256-cbc',
		'hex',
		'5ccf8cfbe0703debd7d9cd8b1819d395018dfc18b952b340dc611de2582a4934d233de509acc297cf4c3de3d75c88790',
	],
	['aes-256-cbc', 'base64', 'XM+M++BwPevX2c2LGBnTlQGN/Bi5UrNA3GEd4lgqSTTSM95QmswpfPTD3j11yIeQ'],
];
const delivery = (cipher: string, format: string, encrypted_data: string) => ({
	headers: { 'x-algoritm': [cipher], 'x-format': [format], 'x-encoding': ['utf8'] },
	body: Buffer.from(JSON.stringify({ encrypted_data })),
});
const encrypted = delivery(...ciphertexts[0]);
const plain = { headers: {}, body: Buffer.from(plaintext) };
const scheme = (acceptPlaintext = false) =>
	trigger.scheme({ timestampTolerance: 300, acceptPlaintext, read: () => undefined });

describe('scheme', () => {
	it.each(ciphertexts)('opens %s in %s', (...written) => {
		const secrets = trigger.secrets({ appId, appKey: 'not used' });
		const verdict = verify(delivery(...written), scheme(), secrets, 0);
		expect(verdict).toMatchObject({ ok: true, verifiedWith: 'app ID' });
		expect(verdict.ok && verdict.payload.toString()).toBe(plaintext);
	});

	it('does not call itself a signature', () => {
		expect(scheme().label).toBe('encrypted-envelope');
	});

	it('takes plaintext only where that is allowed', () => {
		expect(verify(plain, scheme(), trigger.secrets({ appId }), 0).ok).toBe(false);
		expect(verify(plain, scheme(true), trigger.secrets({ appId }), 0)).toMatchObject({
			ok: true,
			verifiedWith: 'none',
		});
	});

	it.each([
		['{"voice_Id":"v","state":"dtmfcollected"}', true],
		['{"voice_id":"v","playstate":"playfinished"}', true],
		['{"voice_id":"v","event":"connected"}', true],
		['{"broadcast_id":"b","state":"broadcastcomplete"}', true],
		['{"voice_id":"v"}', false],
		['{"state":"connected"}', false],
		['{"call_id":"v","state":"connected"}', false],
	])('takes %s for an event: %s', (body, ok) => {
		const verdict = verify({ headers: {}, body: Buffer.from(body) }, scheme(true), [], 0);
		expect(verdict.ok).toBe(ok);
	});
});

describe('credential', () => {
	it('does without an App Key, and does not hold the form of an App ID against it', () => {
		expect(trigger.credentialProblem({ appId })).toBeUndefined();
		expect(trigger.credentialProblem({ appId: 'of another form', appKey: 'x' })).toBeUndefined();
	});

	it.each([
		['nothing', {}, 'App ID is empty'],
		['a number', { appId: 7 }, 'App ID is empty'],
		['blanks', { appId: '  ' }, 'App ID is empty'],
		['a line break', { appId: `${appId}\n` }, 'App ID holds a line break'],
		['a blank', { appId: `${appId} ` }, 'App ID starts or ends with a space'],
		['a blank in the key', { appId, appKey: ' key' }, 'App Key starts or ends with a space'],
		['the ID twice', { appId, appKey: appId }, 'are the same'],
	])('%s is a problem, told in two sentences without the value', (_, credential, words) => {
		const found = trigger.credentialProblem(credential);
		const problem = found ? adviceText(found) : '';
		expect(problem).toContain(words);
		expect(problem).toMatch(/^[A-Z].+\. [A-Z].+\.$/);
		expect(problem).not.toContain(appId);
	});

	it('finds App ID and App Key swapped', () => {
		const swapped = { appId: 'the-app-key', appKey: appId };
		expect(verify(encrypted, scheme(), trigger.secrets(swapped), 0).ok).toBe(false);
		const mistakes = trigger.mistakes?.(swapped) ?? [];
		expect(mistakes.map(({ secrets }) => verify(encrypted, scheme(), secrets, 0).ok)).toEqual([
			true,
		]);
		expect(mistakes[0].message).toContain('swapped');
	});

	it('suspects no swap where there is nothing to swap', () => {
		expect(trigger.mistakes?.({ appId })).toEqual([]);
		expect(trigger.mistakes?.({ appId, appKey: appId })).toEqual([]);
	});
});
