import type {
	IDataObject,
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
import { proofOfEvents } from '../../delivery/scheme';
import { readProofSettings } from '../../delivery/proofSettings';
import { connectionOf } from '../registry';
import { waitingOperationOf } from './form';
import { itemWithResult, type AsleepFields } from './item';
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
	const settings = readProofSettings(context, RECEIVER);
	const proven = await prove(context, settings, proofOfEvents(settings), now);
	if ('refused' in proven) return proven.refused;

	const { trigger } = settings.provider;
	const { verdict, exact } = proven;
	const event = withSignedId(trigger.readEvent(exact, settings.scheme), verdict.id);
	const asleep = asleepFieldsIn(context);
	if (asleep?.callId !== event.call.id || !isAwaited(context, event, exact)) {
		return { webhookResponse: trigger.otherAcknowledgement ?? NOT_SUBSCRIBED };
	}

	const key = deliveryKey(trigger.repeatOf(event, exact), verdict);
	const received = simplifiedItem(settings, proven, event, key, now);
	return {
		webhookResponse: trigger.acknowledgement,
		workflowData: [[itemWithResult(asleep, event, received)]],
	};
}

/** The item as it was put to sleep. */
function asleepFieldsIn(context: IWebhookFunctions): AsleepFields | undefined {
	const json: unknown = context.evaluateExpression('{{ $json }}', 0);
	return isObject(json) && typeof json.callId === 'string' ? (json as AsleepFields) : undefined;
}

function isAwaited(context: IWebhookFunctions, event: CallEvent, payload: IDataObject): boolean {
	const wait = waitIn(context);
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
