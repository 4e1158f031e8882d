import { parameterOf } from '../subjects/parameterOf';
import { providers } from '../../nodes/providers';
import { isBlank } from '../../nodes/verification/blank';
import { verify } from '../../nodes/verification/verify';
import { event, madeUp } from '../conformance/subject';
import { send } from '../conformance/send';
import { NOW } from '../conformance/clock';

const blanks = [' ', '\t', '\n', '\u00a0', '\u200b', '\ufeff', '\u3000', ' \u200b\r\n '];

test.each(blanks)('%j is blank', (text) => expect(isBlank(text)).toBe(true));

test.each(['a', ' a ', '0', '.', '\u200ba'])('%j is not blank', (text) => {
	expect(isBlank(text)).toBe(false);
});

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
