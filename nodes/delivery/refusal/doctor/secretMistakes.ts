import { adviceText } from '../../../providers/common/advice';
import type { Secret } from '../../../verification/scheme';
import { verify } from '../../../verification/verify';
import { rewrittenBodies } from './bodyMistakes';
import type { Diagnosis, Patient } from './diagnosis';
import { neighborsOf } from './neighborSchemes';

const SECRET_REASONS = ['signature-mismatch', 'undecryptable', 'key-id-unknown'];

/** Mistakes in the secret or on the body's way: each is tried, and the one that fits is told. */
export function secretMistake({
	cause,
	evidence,
	settings,
	proof,
	now,
}: Patient): Diagnosis | undefined {
	if (!evidence || !SECRET_REASONS.includes(cause.reason)) return undefined;
	const { trigger } = settings.provider;
	if ('problem' in proof) return undefined;
	const { scheme } = proof;
	const { delivery, credential } = evidence;
	const secrets = proof.secrets(credential);
	const fits = (candidates: Secret[], body = delivery.body) =>
		verify({ ...delivery, body }, scheme, candidates, now).ok;

	for (const { change, message } of PASTED_WRONG) {
		const mended = secrets.map((secret) => ({
			...secret,
			value: change(secret.value),
			keyId: secret.keyId === undefined ? undefined : change(secret.keyId),
		}));
		if (!fits(mended)) continue;
		return { message, description: 'Paste it again, without anything before or after it.' };
	}
	const mistake = trigger.mistakes?.(credential).find((candidate) => fits(candidate.secrets));
	if (mistake) {
		return { message: 'The credential holds the wrong text', description: adviceText(mistake) };
	}
	if (scheme.kind === 'signature') {
		for (const neighbor of neighborsOf(scheme)) {
			if (!verify(delivery, neighbor.scheme, secrets, now).ok) continue;
			return { message: neighbor.message, description: neighbor.description };
		}
	}
	for (const { body, change } of rewrittenBodies(delivery.body)) {
		if (!fits(secrets, body)) continue;
		return {
			message: `The body was changed on its way: ${change}`,
			description:
				'The secret is right. Have the reverse proxy, the gateway or the script in between pass the body on as it is, byte for byte.',
		};
	}
	return undefined;
}

/** What comes along when people copy a secret. */
const PASTED_WRONG = [
	{
		change: (text: string) => text.trim(),
		message: 'The secret in the credential has spaces or a line break around it',
	},
	{
		change: (text: string) => text.replaceAll(/[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g, ''),
		message: 'The secret in the credential holds invisible characters',
	},
	{
		change: (text: string) =>
			text.trim().replace(/^(["'`\u201c\u2018])(.*)["'`\u201d\u2019]$/s, '$2'),
		message: 'The secret in the credential is in quotes',
	},
];
