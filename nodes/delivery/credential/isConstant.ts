import type {
	ICredentialDataDecryptedObject,
	INodeCredentialsDetails,
	IWebhookFunctions,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

/** What n8n's own contexts have beyond what its types promise to nodes. */
interface HostContext {
	additionalData?: IWorkflowExecuteAdditionalData;
}

/**
 * Whether a credential is nothing but what somebody has typed in: no expression, so nothing of a variable
 * or an external secret store, and nothing that n8n looks up elsewhere for each use. n8n tells nodes only what
 * comes of a credential, so this looks at the fields as they were saved. Where that cannot be done, the answer is no.
 *
 * @param found what n8n has handed out
 */
export async function isConstant(
	context: IWebhookFunctions,
	type: string,
	found: ICredentialDataDecryptedObject,
): Promise<boolean> {
	const { additionalData } = context as HostContext;
	const details = context.getNode().credentials?.[type];
	if (!additionalData || !details || !isStored(details)) return false;
	try {
		const mode = context.getMode();
		const saved = await additionalData.credentialsHelper.getDecrypted(
			additionalData,
			details,
			type,
			mode,
			undefined,
			true,
		);
		return (
			additionalData.currentNodeAttemptedDynamicCredentials !== true &&
			additionalData.currentNodeUsedDynamicCredentials !== true &&
			!holdsExpression(saved) &&
			Object.keys(found).every(
				(name) => !Object.hasOwn(saved, name) || isEqual(found[name], saved[name]),
			)
		);
	} catch {
		return false;
	}
}

/** Whether it stands in n8n's database, and under which ID. n8n has other kinds, with further members. */
function isStored(details: INodeCredentialsDetails): boolean {
	return (
		Object.keys(details).every((name) => name === 'id' || name === 'name') &&
		typeof details.id === 'string' &&
		details.id !== ''
	);
}

/**
 * Whether a text anywhere in it is an expression: one that begins with `=`. Some that are none are taken for
 * one, those with `"=` in them.
 */
function holdsExpression(saved: ICredentialDataDecryptedObject): boolean {
	return JSON.stringify(saved).includes('"=');
}

function isEqual(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
