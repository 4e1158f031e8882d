import { createHmac } from 'node:crypto';
import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';
import { isBlank } from '../../verification/blank';
import type { Secret } from '../../verification/scheme';

/**
 * The secret that a call brings along for its own events. It is made from the credential's, which so never
 * leaves n8n, and from the execution that waits; it stands nowhere, for it can be made again.
 */
export function secretOfCall(
	{ value }: Secret,
	context: Pick<IExecuteFunctions | IWebhookFunctions, 'getExecutionId'>,
): string {
	const purpose = `n8n-nodes-voice-call, events for execution ${context.getExecutionId()}`;
	return createHmac('sha256', value).update(purpose).digest('hex');
}

/** The secrets that the events of a waiting execution may be signed with, one for each of the credential's. */
export function secretsOfCall(secrets: Secret[], context: IWebhookFunctions): Secret[] {
	return secrets.map((secret) =>
		isBlank(secret.value) ? secret : { ...secret, value: secretOfCall(secret, context) },
	);
}
