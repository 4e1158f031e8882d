import type { ICredentialDataDecryptedObject, IExecuteFunctions } from 'n8n-workflow';
import type { Advice } from '../../providers/common/advice';
import { BadInput } from '../../providers/common/badInput';
import { isBlank } from '../../verification/blank';
import type { Secret } from '../../verification/scheme';
import { readinessOfForm, secretProblem } from '../../delivery/readiness';
import {
	readProofSettings,
	type ParameterSource,
	type Receiver,
} from '../../delivery/proofSettings';

/** A forged event must not end the sleep with an error, so nothing is explained at the editor. */
export const RECEIVER: Receiver = { name: 'Voice Call', explains: false };

/** What the form said of the proof when the call was placed, by the names of the parameters. */
export type ProofParameters = Record<string, unknown>;

/**
 * Finds out before a call is placed whether its result could be proved, as activation does for the trigger.
 *
 * @returns what it would be proved with, one secret or more, and what the form says: once the execution sleeps,
 *   its expressions would be evaluated with another item
 * @throws BadInput where it could not
 */
export async function checkCanProve(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<{ secrets: Secret[]; parameters: ProofParameters }> {
	const said: ProofParameters = {};
	const parameters: ParameterSource = {
		getNodeParameter: (name, fallback) =>
			(said[name] = context.getNodeParameter(name, itemIndex, fallback) as unknown),
	};
	const settings = readProofSettings(parameters, RECEIVER);
	const readiness = readinessOfForm(settings);
	if ('problem' in readiness) refuse(readiness.problem);
	const { credentialType } = settings.provider.trigger;
	const credential = await context
		.getCredentials<ICredentialDataDecryptedObject>(credentialType)
		.catch(() => ({}));
	const problem = secretProblem(settings.provider, readiness.scheme, credential);
	if (problem !== undefined) refuse(problem);
	const secrets = settings.provider.trigger
		.secrets(credential)
		.filter(({ value }) => !isBlank(value));
	return { secrets, parameters: said };
}

function refuse({ message, advice }: Advice): never {
	throw new BadInput(`The result could not be proved. ${message}`, advice);
}
