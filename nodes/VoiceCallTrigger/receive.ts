import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { claimDelivery } from './duplicates/claim';
import { deliveryKey, withSignedId } from '../delivery/item';
import { prove, type Proven } from '../delivery/prove';
import { NOT_SUBSCRIBED, SEEN_BEFORE } from '../delivery/refusal/responses';
import { proofOfEvents } from '../delivery/scheme';
import { toItem } from './item';
import { readSettings, type TriggerSettings } from './settings';

/** Receives one event: proves it, then hands it to n8n. */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const now = Date.now();
	const settings = readSettings(context);
	const proven = await prove(context, settings, proofOfEvents(settings), now);
	return 'refused' in proven ? proven.refused : await takeEvent(context, settings, proven, now);
}

/** Starts the workflow with a proven event, unless it is not selected or was seen before. */
export async function takeEvent(
	context: IWebhookFunctions,
	settings: TriggerSettings,
	proven: Proven,
	now: number,
): Promise<IWebhookResponseData> {
	const { trigger } = settings.provider;
	const { verdict, exact } = proven;
	const event = withSignedId(trigger.readEvent(exact, settings.scheme), verdict.id);
	if (!settings.events.includes('*') && !settings.events.includes(event.event.type)) {
		return { webhookResponse: trigger.otherAcknowledgement ?? NOT_SUBSCRIBED };
	}

	const repeat = trigger.repeatOf(event, exact);
	const key = deliveryKey(repeat, verdict);
	const guarded =
		settings.ignoreDuplicates && repeat.by !== 'nothing' && context.getMode() !== 'manual';
	const isBrief = repeat.by === 'bytes' || (repeat.by === 'facts' && repeat.brief === true);
	const claimed = guarded ? await claimDelivery(context, key, now, isBrief) : undefined;
	if (guarded && !claimed) return { webhookResponse: trigger.otherAcknowledgement ?? SEEN_BEFORE };
	const item = await toItem(context, settings, proven, event, key, now);
	return {
		// A getter, because n8n asks for the answer once it has recorded the execution, and only what is
		// written then is saved: while recording, n8n 2.40 forgets that the static data was changed.
		get webhookResponse() {
			claimed?.taken();
			return trigger.acknowledgement;
		},
		workflowData: [[item]],
	};
}
