import type { Scheme, Secret } from '../../../nodes/verification/scheme';
import type { Reason } from '../../../nodes/verification/verdict';
import type { Attack, Family } from '../attack';
import { send } from '../send';
import { event, type Subject } from '../subject';

/** What is configured, or not, when a delivery arrives that would otherwise be genuine. */
function configurations({ scheme, current, previous, stranger }: Subject) {
	const empty: Secret = { ...current, value: '' };
	const wrong = wrongSecret(scheme);
	const keyed = scheme.kind === 'signature' && scheme.keyId !== undefined;
	const unknown: Attack['reason'] = keyed ? 'key-id-unknown' : wrong;
	const configured: Array<[string, Secret[], Attack['reason']]> = [
		['no secret', [], 'secret-missing'],
		['an empty secret', [empty], 'secret-missing'],
		['two empty secrets', [empty, { ...empty, label: 'previous' }], 'secret-missing'],
		['only a secret that did not sign', [previous], unknown],
		['two secrets that did not sign', [previous, stranger], unknown],
		['an empty secret and a wrong one', [{ ...previous, value: '' }, stranger], unknown],
		['a wrong secret under the right name', [{ ...stranger, keyId: current.keyId }], wrong],
		['a hundred wrong secrets', Array<Secret>(100).fill(stranger), unknown],
		['the secret with a blank after it', [{ ...current, value: `${current.value} ` }], wrong],
		['the secret with a blank before it', [{ ...current, value: ` ${current.value}` }], wrong],
		['the secret with a line feed', [{ ...current, value: `${current.value}\n` }], wrong],
		['a secret of one space', [{ ...current, value: ' ' }], 'secret-missing'],
		['the secret in another letter case', [upperCase(current)], wrong],
	];
	const isHex = scheme.kind === 'signature' && scheme.key?.encoding === 'hex';
	return configured.filter(([name]) => !isHex || !name.includes('letter case'));
}

/** Why a delivery is refused where the receiver has another secret than the sender. */
function wrongSecret(scheme: Scheme): readonly Reason[] {
	if (scheme.kind === 'envelope') return ['undecryptable'];
	if (scheme.kind === 'shared-secret') return ['secret-mismatch'];
	// A text that spells no key is our own fault, and told apart from a wrong one.
	return scheme.key === undefined
		? ['signature-mismatch']
		: ['signature-mismatch', 'secret-malformed'];
}

function upperCase(secret: Secret): Secret {
	return { ...secret, value: secret.value.toUpperCase() };
}

/** Attacks on the choice of a secret by a key id that is not signed. */
function keyIdAttacks({ scheme, current, previous, stranger }: Subject): Attack[] {
	if (scheme.kind !== 'signature' || !scheme.keyId) return [];
	const { header } = scheme.keyId;
	const body = event(scheme);
	const secrets = [current, previous];
	const named = (name: string, keyId: string, reason: Reason, given = secrets): Attack => ({
		name,
		delivery: send(scheme, current, body, { keyId }),
		reason,
		header: reason === 'signature-mismatch' ? scheme.signature.header : header,
		secrets: given,
	});
	const keyId = current.keyId ?? '';
	const anonymous: Secret = { label: 'current', value: current.value };
	return [
		named('that is configured under another key id', previous.keyId ?? '', 'signature-mismatch'),
		named('named by a key id that nobody configured', stranger.keyId ?? '', 'key-id-unknown'),
		named('named in another letter case', keyId.toUpperCase(), 'key-id-unknown'),
		named('named by the start of its key id', keyId.slice(0, -1), 'key-id-unknown'),
		named('named by more than its key id', `${keyId}0`, 'key-id-unknown'),
		named('named by its own value', current.value, 'key-id-unknown'),
		named('named by its label', current.label, 'key-id-unknown'),
		named('named by two key ids', `${keyId},${previous.keyId}`, 'key-id-unknown'),
		named('named by a wildcard', '*', 'key-id-unknown'),
		named('named toString', 'toString', 'key-id-unknown'),
		named('named undefined, where one has no key id', 'undefined', 'key-id-unknown', [anonymous]),
		named('that has no key id', keyId, 'key-id-unknown', [anonymous]),
		{
			name: 'that is empty, beside others',
			delivery: send(scheme, current, body),
			reason: 'secret-missing',
			secrets: [{ ...current, value: '' }, previous],
		},
	];
}

/** Genuine deliveries that meet secrets which did not make them, and forged ones of no secret. */
export const secrets: Family = {
	name: 'a secret',
	attacks(subject) {
		const { scheme, current, previous } = subject;
		const body = event(scheme);
		const nobody: Secret = { ...current, value: '' };
		// An empty secret in a header is no header.
		const shown: Reason[] = scheme.kind === 'shared-secret' ? ['header-missing'] : [];
		return [
			...configurations(subject).map(([name, configured, reason]) => ({
				name: `where the receiver has ${name}`,
				delivery: send(scheme, current, body),
				reason,
				secrets: configured,
			})),
			{
				name: 'that is empty, where the receiver has an empty one',
				delivery: send(scheme, nobody, body),
				reason: ['secret-missing', ...shown],
				secrets: [nobody],
			},
			{
				name: 'that is empty, where the receiver has an empty one and another',
				delivery: send(scheme, nobody, body),
				reason: [...wrongSecret(scheme), ...shown],
				secrets: [nobody, { ...previous, keyId: current.keyId }],
			},
			...keyIdAttacks(subject),
		];
	},
};
