import { createHash, randomUUID } from 'node:crypto';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { CallEvent } from '../providers/common/event';
import type { Repeat } from '../providers/common/repeat';
import { UNPROVEN, type Acceptance } from '../verification/verdict';
import type { Proven } from './prove';
import type { ProofSettings } from './proofSettings';

const MAX_KEY_LENGTH = 256;

/**
 * What makes a delivery the same as another: what the provider tells repeats by, or a digest of the
 * proven bytes. Where nothing tells them, each delivery has a key of its own.
 */
export function deliveryKey(repeat: Repeat, verdict: Acceptance): string {
	if (repeat.by === 'nothing') return randomUUID();
	if (repeat.by === 'bytes') return digestOf(verdict.payload);
	return repeat.key.length <= MAX_KEY_LENGTH ? repeat.key : digestOf(repeat.key);
}

function digestOf(content: Buffer | string): string {
	return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

/** What the form says about the item. */
type ItemSettings = Pick<ProofSettings, 'provider'> & { includeRawBody?: boolean };

/**
 * The item for what was received: the same fields for all providers.
 *
 * @param request what a live request asks; missing for events
 */
export function simplifiedItem(
	settings: ItemSettings,
	proven: Proven,
	event: CallEvent,
	key: string,
	receivedAt: number,
	request?: IDataObject,
): INodeExecutionData {
	const { scheme, verdict, payload } = proven;
	const { provider } = settings;
	return {
		json: {
			provider: provider.id,
			event: event.event,
			call: { ...event.call, metadata: copyOf(event.call.metadata) },
			...(request === undefined ? {} : { request: copyOf(request) }),
			delivery: {
				kind: request === undefined ? 'event' : 'request',
				key,
				receivedAt: new Date(receivedAt).toISOString(),
				signedAt: verdict.signedAt === null ? null : new Date(verdict.signedAt).toISOString(),
				// An event that a setting lets in as it is was not proven at all.
				scheme: verdict.verifiedWith === UNPROVEN ? 'plaintext' : scheme.label,
				verifiedWith: verdict.verifiedWith,
			},
			payload,
			...rawBodyWhereWanted(settings, proven),
		},
	};
}

/** JSON that stands in the payload as well: a node that changes one of them in place leaves the other as it is. */
function copyOf<T>(value: T): T {
	return JSON.parse(JSON.stringify(value)) as T;
}

/** The event with the id that its headers carry and sign, where its body has none. */
export function withSignedId({ event, call }: CallEvent, id: string | null): CallEvent {
	return { event: { ...event, id: event.id ?? id }, call };
}

/** The proven body as it came, where it is wanted. */
export function rawBodyWhereWanted(settings: ItemSettings, { verdict }: Proven): IDataObject {
	return settings.includeRawBody === true ? rawBodyOf(verdict.payload) : {};
}

/** The proven bytes as text; as base64 besides, where the text would not give them back. */
function rawBodyOf(bytes: Buffer): IDataObject {
	const rawBody = bytes.toString('utf8');
	const isExact = Buffer.from(rawBody, 'utf8').equals(bytes);
	return isExact ? { rawBody } : { rawBody, rawBodyBase64: bytes.toString('base64') };
}
