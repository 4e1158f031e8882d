import { createHash, randomBytes } from 'node:crypto';
import type { IWebhookFunctions } from 'n8n-workflow';
import { createDuplicateGuard, type Claim, type DuplicateGuard } from './guard';
import { identityOf } from '../../delivery/nodeIdentity';
import { MAX_REMEMBERED_KEYS, readRemembered, writeRemembered } from './staticData';

/** 24 hours: longer than any provider is known to retry. */
export const MAX_AGE = 24 * 60 * 60 * 1000;
/** 10 minutes: what may be sent again on purpose later counts as a repeat no longer than this. */
const BRIEF_AGE = 10 * 60 * 1000;
export const MAX_KEYS = 10_000;
const MAX_NODES = 500;

interface NodeMemory {
	guard: DuplicateGuard;
	/** The name under which this memory writes into the static data. */
	name: string;
	/** What another one wrote there and this one has read, so that it is not read again. */
	recalled: string;
}

/** One memory for each trigger node that this process has served, least recently used first. */
const memories = new Map<string, NodeMemory>();

function memoryOf(node: string): NodeMemory {
	const memory = memories.get(node) ?? {
		guard: createDuplicateGuard({ maxKeys: MAX_KEYS, maxAge: MAX_AGE }),
		name: randomBytes(6).toString('base64url'),
		recalled: '',
	};
	memories.delete(node);
	memories.set(node, memory);
	if (memories.size > MAX_NODES) {
		const [leastRecentlyUsed] = memories.keys();
		memories.delete(leastRecentlyUsed);
	}
	return memory;
}

/** A delivery that may start the workflow. */
export interface ClaimedDelivery {
	/**
	 * n8n has recorded the execution and is about to answer: the key is seen, and stands in the
	 * static data, which n8n saves now.
	 */
	taken(): void;
}

/**
 * Claims a delivery for this node, or tells that n8n took it before. The claim settles itself by
 * the answer that n8n gives: a 2xx commits it, anything else releases it.
 *
 * @param key the delivery's key
 * @param isBrief whether the same key counts as a repeat for some minutes only
 * @returns `undefined` where n8n took the delivery before
 */
export async function claimDelivery(
	context: IWebhookFunctions,
	key: string,
	now: number,
	isBrief: boolean,
): Promise<ClaimedDelivery | undefined> {
	const memory = memoryOf(identityOf(context));
	const staticData = context.getWorkflowStaticData('node');
	const remembered = readRemembered(staticData);
	if (remembered.writer !== memory.name && remembered.written !== memory.recalled) {
		memory.guard.recall(remembered.keys);
		memory.recalled = remembered.written;
	}

	const shortKey = createHash('sha256').update(key).digest('base64url').slice(0, 22);
	const claim = await memory.guard.claim(shortKey, now, isBrief ? BRIEF_AGE : MAX_AGE);
	if (!claim) return undefined;
	settleByAnswer(context, claim);
	return {
		taken() {
			claim.commit();
			writeRemembered(staticData, memory.name, memory.guard.newest(MAX_REMEMBERED_KEYS));
		},
	};
}

/**
 * Settles a claim at the moment in which n8n gives its answer. Not by the response's events `finish`
 * and `close`: after the sender has hung up neither comes, although n8n goes on and takes the event.
 */
function settleByAnswer(context: IWebhookFunctions, claim: Claim): void {
	const response = context.getResponseObject();
	const { end } = response;
	response.end = function answered(...parts: unknown[]) {
		if (response.statusCode >= 200 && response.statusCode < 300) claim.commit();
		else claim.release();
		return Reflect.apply(end, response, parts);
	} as typeof end;
}
