import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Advice } from '../providers/common/advice';
import { senderOf, type Provider } from '../providers/common/provider';
import { isBlank } from '../verification/blank';
import type { Scheme } from '../verification/scheme';
import { keyProblem } from './credential/keyProblem';
import { parseAllowlist } from './ipAllowlist';
import { proofOfEvents } from './scheme';
import type { ProofSettings } from './proofSettings';

/** How events will be proved, or what is wrong with the form, so that none could be. */
export function readinessOfForm(settings: ProofSettings): { scheme: Scheme } | { problem: Advice } {
	const proof = proofOfEvents(settings);
	if ('problem' in proof) return proof;
	const allowlist = parseAllowlist(settings.ipAllowlist);
	if (!('problem' in allowlist)) return proof;
	return {
		problem: {
			message: `${allowlist.problem}.`,
			advice: 'Write addresses or CIDR ranges with commas between, e.g. 203.0.113.0/24.',
		},
	};
}

/** What is wrong with a credential, so that it could prove no event. */
export function secretProblem(
	provider: Provider,
	scheme: Scheme,
	credential: ICredentialDataDecryptedObject,
): Advice | undefined {
	const candidates = provider.trigger.secrets(credential);
	if (candidates.some(({ value }) => !isBlank(value))) return keyProblem(scheme, candidates);
	return {
		message: `The credential has no secret to verify events of ${senderOf(provider)} with.`,
		advice: `Open the credential of this node and paste the secret that ${senderOf(provider)} shows.`,
	};
}
