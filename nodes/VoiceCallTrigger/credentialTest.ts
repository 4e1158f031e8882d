import type {
	ICredentialsDecrypted,
	ICredentialTestFunction,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { providers } from '../providers';
import { adviceText } from '../providers/common/advice';
import { senderOf } from '../providers/common/provider';

/**
 * The tests behind the credential forms, by credential type. They ask nobody: no provider offers a
 * way to try a signing secret, so they find what is wrong with the text and say what they cannot.
 */
export const testedBy: Record<string, ICredentialTestFunction> = Object.fromEntries(
	providers.map((provider) => [
		provider.trigger.credentialType,
		async (credential: ICredentialsDecrypted): Promise<INodeCredentialTestResult> => {
			const problem = provider.trigger.credentialProblem(credential.data ?? {});
			if (problem !== undefined) return { status: 'Error', message: adviceText(problem) };
			return {
				status: 'OK',
				message: `Nothing is wrong with what you pasted. Whether ${senderOf(provider)} uses it, only an event can prove: send one to the test URL.`,
			};
		},
	]),
);
