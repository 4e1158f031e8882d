import { parameterOf } from '../subjects/parameterOf';
import { providers } from '../../nodes/providers';
import { isBlank } from '../../nodes/verification/blank';
import { keyOf } from '../../nodes/verification/key';
import { verify } from '../../nodes/verification/verify';
import { event, madeUp } from '../conformance/subject';
import { send } from '../conformance/send';
import { NOW } from '../conformance/clock';

const blanks = [
	...[' ', '\t', '\n', '\v', '\f', '\r', '\0', '\u007f', '\u0085', '\u00a0', '\u00ad', '\u034f'],
	...['\u061c', '\u115f', '\u1680', '\u180e', '\u2007', '\u200b', '\u200e', '\u2028', '\u202e'],
	...['\u202f', '\u205f', '\u2060', '\u206f', '\u2800', '\u3000', '\u3164', '\ufe0f', '\ufeff'],
	...['\uffa0', '\ufffb', '\u{e0020}', ' \u200b\r\n ', '\0\0\0\0'],
];

test.each(blanks)('%j is blank', (text) => expect(isBlank(text)).toBe(true));

test.each(['a', ' a ', '0', '.', '\u200ba', '-', '\u00e4', '\u{1f511}'])(
	'%j is not blank',
	(text) => {
		expect(isBlank(text)).toBe(false);
	},
);

describe.each(providers.map(({ id, trigger }) => [id, trigger] as const))('%s', (id, trigger) => {
	const scheme = trigger.scheme({
		timestampTolerance: 300,
		acceptPlaintext: false,
		read: parameterOf(id),
	});

	it.each(blanks)('accepts nothing that was signed with %j', (value) => {
		const secret = { ...madeUp(id, 'previous', scheme), value };
		const delivery = send(scheme, secret, event(scheme));
		const current = { ...madeUp(id, 'current', scheme), keyId: secret.keyId };
		expect(verify(delivery, scheme, [secret], NOW)).toMatchObject({ reason: 'secret-missing' });
		expect(verify(delivery, scheme, [current, secret], NOW).ok).toBe(false);
	});
});

test.each([
	['hmac-sha256', { encoding: 'hex' }, '00'.repeat(32)],
	['hmac-sha256', { encoding: 'base64', prefix: 'whsec_' }, `whsec_${'A'.repeat(32)}`],
	['hmac-sha256', { encoding: 'base64' }, 'AA=='],
	['ed25519', { encoding: 'base64' }, `${'A'.repeat(43)}=`],
	['ed25519', { encoding: 'hex' }, '00'.repeat(32)],
] as const)('%s: a key of zeros, as %j, is none', (algorithm, key, text) => {
	expect(keyOf({ label: 'current', value: text }, { algorithm, key })).toBeUndefined();
});

test('a key with zeros in it is one', () => {
	const secret = { label: 'current', value: '00ff00' };
	const key = keyOf(secret, { algorithm: 'hmac-sha256', key: { encoding: 'hex' } });
	expect(key?.export()).toEqual(Buffer.from('00ff00', 'hex'));
});
