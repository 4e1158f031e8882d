import type { ICredentialDataDecryptedObject, IExecuteFunctions } from 'n8n-workflow';
import type { Advice } from '../../providers/common/advice';
import { BadInput } from '../../providers/common/badInput';
import { readinessOfForm, secretProblem } from '../../delivery/readiness';
import {
	readProofSettings,
	type ParameterSource,
	type Receiver,
} from '../../delivery/proofSettings';

/** A forged event must not end the sleep with an error, so nothing is explained at the editor. */
export const RECEIVER: Receiver = { name: 'Voice Call', explains: false };

/**
 * Finds out before a call is placed whether its result could be proved, as activation does for the trigger.
 *
 * @throws BadInput where it could not
 */
export async function checkCanProve(context: IExecuteFunctions, itemIndex: number): Promise<void> {
	const parameters: ParameterSource = {
		getNodeParameter: (name, fallback) => context.getNodeParameter(name, itemIndex, fallback),
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
}

function refuse({ message, advice }: Advice): never {
	throw new BadInput(`The result could not be proved. ${message}`, advice);
}
