import type { Reason } from '../../nodes/verification/verdict';
import { checkHeaders, verify } from '../../nodes/verification/verify';
import type { Attack } from './attack';
import { NOW } from './clock';
import type { Subject } from './subject';

/** The reasons that headers alone cannot tell. */
const NEEDS_MORE: Reason[] = [
	'secret-missing',
	'key-id-unknown',
	'signature-mismatch',
	'secret-malformed',
	'envelope-malformed',
	'undecryptable',
	'not-an-event',
];

/** Expects that an attack fails, and for the reason that makes it an attack. */
export function expectRefusal(subject: Subject, attack: Attack): void {
	const { delivery, reason, secrets = [subject.current], scheme = subject.scheme } = attack;
	const { now = NOW } = attack;
	const verdict = verify(delivery, scheme, secrets, now);

	const anyHeader = verdict.ok ? undefined : verdict.header;
	const reasons = typeof reason === 'string' ? [reason] : reason;
	expect(verdict).toEqual({
		ok: false,
		reason: expect.stringMatching(`^(?:${reasons.join('|')})$`),
		header: Object.hasOwn(attack, 'header') ? attack.header : anyHeader,
	});

	// What the headers alone condemn needs neither a secret nor a body.
	const refusal = checkHeaders(delivery.headers, scheme, now);
	if (!verdict.ok && verdict.reason === 'secret-mismatch') {
		// A secret that lacks its prefix is refused by its header alone, another one is not.
		expect([undefined, verdict]).toContainEqual(refusal);
		return;
	}
	const needsMore = verdict.ok || NEEDS_MORE.includes(verdict.reason);
	expect(refusal).toEqual(needsMore ? undefined : verdict);
}
