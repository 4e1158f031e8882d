import { verify } from '../../nodes/verification/verify';
import type { Family } from './attack';
import { ciphertexts } from './attacks/ciphertexts';
import { envelopeContents } from './attacks/envelopeContents';
import { envelopeHeaders } from './attacks/envelopeHeaders';
import { headerNames } from './attacks/headerNames';
import { headers } from './attacks/headers';
import { secrets } from './attacks/secrets';
import { otherProviders, signatures } from './attacks/signature';
import { timestamps } from './attacks/timestamp';
import { NOW } from './clock';
import { expectRefusal } from './expectRefusal';
import { genuine, subjects } from './subject';

const families: Family[] = [
	headers,
	headerNames,
	signatures,
	otherProviders,
	timestamps,
	secrets,
	envelopeHeaders,
	envelopeContents,
	ciphertexts,
];

describe.each(subjects)('$id', (subject) => {
	it('is attacked from a delivery that is genuine', () => {
		expect(verify(genuine(subject), subject.scheme, [subject.current], NOW).ok).toBe(true);
	});

	const applicable = families
		.map(({ name, attacks }) => ({ name, attacks: attacks(subject) }))
		.filter(({ attacks }) => attacks.length > 0);

	describe.each(applicable)('refuses $name', ({ attacks }) => {
		it.each(attacks)('$name', (attack) => expectRefusal(subject, attack));
	});
});
