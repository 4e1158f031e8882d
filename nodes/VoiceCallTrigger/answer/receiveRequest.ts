import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { findRequest, type LiveRequest, type Question } from '../../providers/common/liveRequest';
import { deliveryKey, simplifiedItem } from '../../delivery/item';
import { prove, type Proven } from '../../delivery/prove';
import { takeEvent } from '../receive';
import { NOT_SUBSCRIBED } from '../../delivery/refusal/responses';
import { queryOf } from '../../delivery/request';
import { proofOfRequests } from '../../delivery/scheme';
import { readSettings, type TriggerSettings } from '../settings';
import { answerAtLatest, type NoAnswer } from './answerAtLatest';
import { logNoAnswer } from './log';
import { secondsToAnswer } from './timeLimit';

/** An event at this URL is acknowledged when its run has ended, and after so many milliseconds anyhow. */
const EVENT_WAIT = 2000;

/**
 * Receives one live request: proves it, hands what it asks to the workflow, and sees to it that the
 * provider gets an answer in time. A repeated request is answered again. An event, which some providers
 * send to the same URL, starts the workflow as at the other one.
 */
export async function receiveRequest(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const now = Date.now();
	const settings = readSettings(context);
	const proven = await prove(context, settings, proofOfRequests(settings), now);
	if ('refused' in proven) return proven.refused;

	const { live } = settings.provider.trigger;
	const query = (name: string) => queryOf(context.getRequestObject(), name);
	const found = findRequest(live, proven.exact, { query, settings: settings.scheme });
	if (found === undefined) {
		// What proves live requests alone is no proof of events.
		if (live?.proof !== undefined) return { webhookResponse: NOT_SUBSCRIBED };
		return await receiveEvent(context, settings, proven, now);
	}

	const { request, questions } = found;
	const answerBy = now + secondsToAnswer(request.limit, settings.answer) * 1000;
	const instead = (reason: NoAnswer) => {
		if (reason !== 'unanswered' || request.isOptional !== true) {
			logNoAnswer(context, settings, request, reason);
		}
		return request.failure(questions, settings.answer.failureMessage);
	};
	answerAtLatest(context.getResponseObject(), answerBy, instead);
	return { workflowData: [itemsOf(settings, proven, request, questions, now, answerBy)] };
}

/** One item for each question, all with what the request says of the call. */
function itemsOf(
	settings: TriggerSettings,
	proven: Proven,
	request: LiveRequest,
	questions: readonly Question[],
	now: number,
	answerBy: number,
) {
	const { trigger } = settings.provider;
	const read = trigger.readEvent(proven.exact, settings.scheme);
	const event = {
		event: { ...read.event, type: nameOf(read.event.type, request) },
		call: { ...read.call, ...request.call?.(proven.exact) },
	};
	const key = deliveryKey({ by: 'bytes' }, proven.verdict);
	return questions.map((question) => {
		const asked: IDataObject = {
			type: request.value,
			...question,
			answerBy: new Date(answerBy).toISOString(),
		};
		return simplifiedItem(settings, proven, event, key, now, asked);
	});
}

/** What the provider calls it in the body, where it calls it anything. */
function nameOf(type: string, { value }: LiveRequest): string {
	return type === 'unknown' ? value : type;
}

/**
 * An event at the URL of live requests. n8n answers here only when the run has ended, so the event is
 * acknowledged before, once n8n has had the time to record it. A failure to start is left to n8n, whose
 * 500 makes the provider send the event again.
 */
async function receiveEvent(
	context: IWebhookFunctions,
	settings: TriggerSettings,
	proven: Proven,
	now: number,
): Promise<IWebhookResponseData> {
	const taken = await takeEvent(context, settings, proven, now);
	if (taken.workflowData === undefined) return taken;
	answerAtLatest(context.getResponseObject(), now + EVENT_WAIT, (_reason, sent) =>
		isFailureToStart(sent) ? undefined : { status: 200, body: taken.webhookResponse },
	);
	return { workflowData: taken.workflowData };
}

/** n8n's own errors have a code; what it says of a workflow that failed has none. */
function isFailureToStart(sent: unknown): boolean {
	return typeof sent === 'object' && sent !== null && 'code' in sent;
}
