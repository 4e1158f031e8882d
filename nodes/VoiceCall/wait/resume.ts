import type {
	IDataObject,
	INodeExecutionData,
	IWebhookDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import type { WaitForResult } from '../../providers/common/action';
import type { CallEvent } from '../../providers/common/event';
import { isObject } from '../../verification/json';
import { deliveryKey, simplifiedItem, withSignedId } from '../../delivery/item';
import { prove } from '../../delivery/prove';
import { NOT_SUBSCRIBED } from '../../delivery/refusal/responses';
import { proofOfEvents, type Proof } from '../../delivery/scheme';
import {
	readProofSettings,
	type ParameterSource,
	type ProofSettings,
} from '../../delivery/proofSettings';
import { connectionOf } from '../registry';
import { redactor } from '../../transport/redact';
import { secretsOfCall } from './callSecret';
import { waitingOperationOf } from './form';
import { itemWithResult, PROOF, type AsleepFields } from './item';
import { RECEIVER } from './proof';

/**
 * The address that wakes an execution. It belongs to the execution, not to the workflow: n8n registers nothing
 * for it, so there is nothing to set up or to clean up.
 */
export const resumeWebhooks: IWebhookDescription[] = [
	{
		name: 'default',
		httpMethod: 'POST',
		responseMode: 'onReceived',
		// Empty, not left out: otherwise n8n answers the literal text firstEntryJson instead of what the
		// webhook returns as its response.
		responseData: '',
		path: '',
		restartWebhook: true,
	},
];

/**
 * Receives an event of a call while its execution sleeps: proves it as the trigger does, and goes on with it if
 * it is about this call and the one that is waited for. All others are answered, and the execution
 * sleeps on.
 */
export async function resume(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const now = Date.now();
	const sleeping = sleepingItem(context);
	const settings = readProofSettings(parametersOf(context, sleeping), RECEIVER);
	const wait = waitIn(context);
	const proven = await prove(context, settings, proofOfResult(context, settings, wait), now);
	if ('refused' in proven) return proven.refused;

	const { trigger } = settings.provider;
	const { verdict, exact } = proven;
	const event = withSignedId(trigger.readEvent(exact, settings.scheme), verdict.id);
	const asleep = asleepFieldsIn(sleeping);
	if (asleep?.callId !== event.call.id || !isAwaited(context, wait, event, exact)) {
		return { webhookResponse: trigger.otherAcknowledgement ?? NOT_SUBSCRIBED };
	}

	const key = deliveryKey(trigger.repeatOf(event, exact), verdict);
	const received = simplifiedItem(settings, proven, event, key, now);
	return {
		webhookResponse: trigger.acknowledgement,
		workflowData: [[withoutToken(context, itemWithResult(asleep, event, received))]],
	};
}

/** The item as it was put to sleep, if there is one. */
function sleepingItem(context: IWebhookFunctions): Readonly<Record<string, unknown>> {
	const item: unknown = context.evaluateExpression('{{ $input.item }}', 0);
	return isObject(item) ? item : {};
}

/**
 * The parameters as they were when the call was placed: an expression that reads the item finds another one now.
 * What was not read then is read now.
 */
function parametersOf(
	context: IWebhookFunctions,
	sleeping: ReturnType<typeof sleepingItem>,
): ParameterSource {
	const held = sleeping[PROOF];
	const said = isObject(held) ? held : {};
	return {
		getNodeParameter: (name, fallback) =>
			Object.hasOwn(said, name) ? said[name] : context.getNodeParameter(name, fallback),
	};
}

/** How the events of the call are proved: as the trigger does, but with the call's secret where it brought one. */
function proofOfResult(
	context: IWebhookFunctions,
	settings: ProofSettings,
	wait: WaitForResult | undefined,
): Proof {
	const proof = proofOfEvents(settings);
	if ('problem' in proof || wait?.bringsSecret !== true) return proof;
	return { ...proof, secrets: (credential) => secretsOfCall(proof.secrets(credential), context) };
}

/**
 * The item without what the address of this execution is secret by. Providers repeat the address in their
 * events, and an execution that loops sleeps again at the same one.
 */
function withoutToken(context: IWebhookFunctions, item: INodeExecutionData): INodeExecutionData {
	const query = Object.values(context.getQueryData() as IDataObject);
	return redactor(query.filter((value): value is string => typeof value === 'string'))(item);
}

function asleepFieldsIn({ json }: ReturnType<typeof sleepingItem>): AsleepFields | undefined {
	return isObject(json) && typeof json.callId === 'string' ? (json as AsleepFields) : undefined;
}

function isAwaited(
	context: IWebhookFunctions,
	wait: WaitForResult | undefined,
	event: CallEvent,
	payload: IDataObject,
): boolean {
	if (wait === undefined) return false;
	if (wait.isAnalyzed && context.getNodeParameter('waitFor', 'ended') === 'analyzed') {
		return wait.isAnalyzed(event, payload);
	}
	return wait.isEnded(event, payload);
}

/** What is said of waiting by the operation that placed the call. */
function waitIn(context: IWebhookFunctions): WaitForResult | undefined {
	const text = (name: string) => String(context.getNodeParameter(name, ''));
	const { connection } = connectionOf(text('provider'), text('authentication'));
	return waitingOperationOf(connection)?.wait;
}
