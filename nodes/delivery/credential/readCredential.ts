import type { ICredentialDataDecryptedObject, IWebhookFunctions } from 'n8n-workflow';
import { identityOf } from '../nodeIdentity';
import { currentInstant, elapsed, type Instant } from './instant';

/** What a read of the credential found. */
export interface FoundCredential {
	/** `undefined` where the credential is missing or cannot be read. */
	credential: ICredentialDataDecryptedObject | undefined;
	/** When the read began: what was changed later may be missing. */
	readAt: Instant;
}

/** A read that is under way, and the one after it, for those who came meanwhile. */
interface Read {
	readAt: Instant;
	result: Promise<FoundCredential>;
	next?: Promise<FoundCredential>;
}

/** Nobody waits for a read that has taken longer than this, in milliseconds. */
const MAX_READ = 10_000;

/** The reads under way, by node and credential. */
const reads = new Map<string, Read>();

/**
 * Reads the credential of the node. A read costs n8n many times what all our own work does, so
 * deliveries that arrive while one is under way share the next one. None of them gets what was
 * read before it came: a changed secret counts at once.
 */
export async function readCredential(
	context: IWebhookFunctions,
	type: string,
): Promise<FoundCredential> {
	const id = context.getNode().credentials?.[type]?.id ?? '';
	const place = JSON.stringify([identityOf(context), type, id, context.getMode()]);
	const underWay = reads.get(place);
	if (!underWay || elapsed(underWay.readAt) > MAX_READ) return await start(context, type, place);
	underWay.next ??= underWay.result.then(async () => await start(context, type, place));
	return await underWay.next;
}

async function start(
	context: IWebhookFunctions,
	type: string,
	place: string,
): Promise<FoundCredential> {
	const readAt = currentInstant();
	const result = context
		.getCredentials<ICredentialDataDecryptedObject>(type)
		.catch(() => undefined)
		.then((credential) => ({ credential, readAt }));
	const read: Read = { readAt, result };
	reads.set(place, read);
	const found = await result;
	if (reads.get(place) === read && !read.next) reads.delete(place);
	return found;
}
