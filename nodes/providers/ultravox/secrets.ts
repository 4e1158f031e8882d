import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Advice } from '../common/advice';
import { liveSecretProblem } from '../common/liveSecret';
import { signingSecretProblem } from '../common/signingSecret';

/** What is wrong with the secrets that prove events and live requests; either may be missing. */
export function secretsProblem(credential: ICredentialDataDecryptedObject): Advice | undefined {
	return liveSecretProblem(credential, signingSecretProblem);
}
