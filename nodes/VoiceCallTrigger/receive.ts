import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import type { Delivery } from '../verification/delivery';
import { parseExactObject, parseProvenObject } from '../verification/json';
import { checkHeaders, verify } from '../verification/verify';
import { NOT_SUBSCRIBED, SEEN_BEFORE } from './refusal/responses';
import { proveDelivery } from './credential/proveDelivery';
import { claimDelivery } from './duplicates/claim';
import { isAllowed, parseAllowlist } from './ipAllowlist';
import { deliveryKey, toItem, withSignedId } from './item';
import { rejectDelivery } from './refusal/refuse';
import { headersOf, isStillEncoded, rawBodyOf, type WebhookRequest } from './request';
import { schemeOf } from './scheme';
import { readSettings } from './settings';

/**
 * Receives one request: proves it, then hands it to n8n. What a header alone condemns is refused
 * before the body is read or the credential is fetched.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const now = Date.now();
	const settings = readSettings(context);
	const { trigger } = settings.provider;
	const request = context.getRequestObject() as WebhookRequest;
	const reject = rejectDelivery(context, settings, now);

	const allowlist = parseAllowlist(settings.ipAllowlist);
	if ('problem' in allowlist) return await reject({ reason: 'allowlist-malformed' });
	if (allowlist.ranges !== 'everybody' && !isAllowed(allowlist.ranges, request.ip)) {
		return await reject({ reason: 'sender-not-allowed' });
	}

	const made = settings.problem ?? schemeOf(settings.provider, settings.scheme);
	if ('problem' in made) return await reject({ reason: 'settings-malformed', ...made });
	const { scheme } = made;
	const headers = headersOf(request);
	const condemned = checkHeaders(headers, scheme, now);
	if (condemned) return await reject(condemned, headers);

	if (isStillEncoded(headers)) {
		return await reject({ reason: 'content-encoding', header: 'content-encoding' }, headers);
	}
	const body = await rawBodyOf(request);
	if (!body) return await reject({ reason: 'body-unreadable' }, headers);
	const delivery: Delivery = { headers, body };

	const proof = await proveDelivery(context, trigger, (secrets) =>
		verify(delivery, scheme, secrets, now),
	);
	if (!proof) return await reject({ reason: 'credential-unreadable' });
	if ('refused' in proof) {
		const { refused, credential } = proof;
		return await reject(refused, headers, { delivery, credential });
	}
	const { accepted: verdict } = proof;

	const payload = parseProvenObject(verdict.payload) as IDataObject | undefined;
	if (!payload) return await reject({ reason: 'not-an-object' });
	const exact = parseExactObject(verdict.payload) as IDataObject | undefined;
	const event = withSignedId(trigger.readEvent(exact ?? payload, settings.scheme), verdict.id);
	if (!settings.events.includes('*') && !settings.events.includes(event.event.type)) {
		return { webhookResponse: trigger.otherAcknowledgement ?? NOT_SUBSCRIBED };
	}

	const repeat = trigger.repeatOf(event, exact ?? payload);
	const key = deliveryKey(repeat, verdict);
	const guarded =
		settings.ignoreDuplicates && repeat.by !== 'nothing' && context.getMode() !== 'manual';
	const isBrief = repeat.by === 'bytes' || (repeat.by === 'facts' && repeat.brief === true);
	const claimed = guarded ? await claimDelivery(context, key, now, isBrief) : undefined;
	if (guarded && !claimed) return { webhookResponse: trigger.otherAcknowledgement ?? SEEN_BEFORE };
	return {
		// A getter, because n8n asks for the answer once it has recorded the execution, and only what is
		// written then is saved: while recording, n8n 2.40 forgets that the static data was changed.
		get webhookResponse() {
			claimed?.taken();
			return trigger.acknowledgement;
		},
		workflowData: [[toItem(settings, scheme, verdict, event, key, payload, now)]],
	};
}
