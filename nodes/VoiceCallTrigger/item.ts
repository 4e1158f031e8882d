import { createHash } from 'node:crypto';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { CallEvent } from '../providers/common/event';
import { UNPROVEN, type Acceptance } from '../verification/verdict';
import type { TriggerSettings } from './settings';

const MAX_EVENT_ID_LENGTH = 256;

/**
 * What makes a delivery the same as another: the event's type and id, where the signed body has an
 * id, else a digest of the proven bytes. The type, because some providers give all events of one call
 * the same id.
 */
export function deliveryKey(event: CallEvent, verdict: Acceptance): string {
	const { id, type } = event.event;
	if (id !== null && id.length + type.length <= MAX_EVENT_ID_LENGTH) return `${type}/${id}`;
	return `sha256:${createHash('sha256').update(verdict.payload).digest('hex')}`;
}

/** The item that starts the workflow. */
export function toItem(
	settings: TriggerSettings,
	verdict: Acceptance,
	event: CallEvent,
	payload: IDataObject,
	receivedAt: number,
): INodeExecutionData {
	const rawBody = settings.includeRawBody ? { rawBody: verdict.payload.toString('utf8') } : {};
	if (settings.output === 'raw') return { json: { ...payload, ...rawBody } };
	const { provider } = settings;
	return {
		json: {
			provider: provider.id,
			event: event.event,
			call: event.call,
			delivery: {
				key: deliveryKey(event, verdict),
				receivedAt: new Date(receivedAt).toISOString(),
				signedAt: verdict.signedAt === null ? null : new Date(verdict.signedAt).toISOString(),
				scheme: schemeOf(settings, verdict),
				verifiedWith: verdict.verifiedWith,
			},
			payload,
			...rawBody,
		},
	};
}

/** How the delivery was proven; an event that a setting lets in as it is was not proven at all. */
function schemeOf({ provider, scheme }: TriggerSettings, { verifiedWith }: Acceptance): string {
	return verifiedWith === UNPROVEN ? 'plaintext' : provider.trigger.scheme(scheme).label;
}
