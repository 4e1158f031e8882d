import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { SharedSecretScheme } from '../../verification/scheme';
import { isBlank } from '../../verification/blank';
import type { Advice } from './advice';
import type { LiveRequests } from './liveRequest';
import { enteredText, textProblem } from './secretText';
import { hasSigningSecret } from './signingSecret';

/** The header that a person adds at a platform which signs no live requests. */
export const LIVE_SECRET_HEADER = 'x-voice-call-secret';

const scheme: SharedSecretScheme = {
	kind: 'shared-secret',
	label: 'shared-secret',
	secret: { header: LIVE_SECRET_HEADER },
};

/** Live requests that show a secret. It says who sends, and nothing about what is sent. */
export const liveSecretProof: NonNullable<LiveRequests['proof']> = {
	scheme,
	secrets: ({ liveRequestSecret }) => [
		{ label: 'live request secret', value: enteredText(liveRequestSecret) },
	],
};

/** Whether a credential can prove anything: events by a signing secret, or live requests by this one. */
export function hasAnySecret(credential: ICredentialDataDecryptedObject): boolean {
	return hasSigningSecret(credential) || !isBlank(enteredText(credential.liveRequestSecret));
}

/**
 * What is wrong with a credential that may hold such a secret: the signing secret may be missing then.
 *
 * @param signing what is wrong with its signing secrets
 */
export function liveSecretProblem(
	credential: ICredentialDataDecryptedObject,
	signing: (credential: ICredentialDataDecryptedObject) => Advice | undefined,
): Advice | undefined {
	const secret = enteredText(credential.liveRequestSecret);
	if (isBlank(secret)) return signing(credential);
	const problem = textProblem('live request secret', secret);
	if (problem !== undefined) return problem;
	const { signingSecret, previousSigningSecret } = credential;
	if (secret === signingSecret || secret === previousSigningSecret) {
		return {
			message: 'The live request secret is a signing secret.',
			advice:
				'Make up another one: this one is sent along with each request, and a signing secret must never be.',
		};
	}
	return isBlank(enteredText(signingSecret)) ? undefined : signing(credential);
}
