import type { ICredentialDataDecryptedObject, IWebhookFunctions } from 'n8n-workflow';
import { identityOf } from './nodeIdentity';

type Credential = ICredentialDataDecryptedObject | undefined;

/** A read that is under way, and the one after it, for those who came meanwhile. */
interface Read {
	since: number;
	result: Promise<Credential>;
	next?: Promise<Credential>;
}

/** Nobody waits for a read that has taken longer than this, in milliseconds. */
const MAX_READ = 10_000;

/** The reads under way, by node and credential. */
const reads = new Map<string, Read>();

/**
 * Reads the credential of the node. A read costs n8n many times what all our own work does, so
 * deliveries that arrive while one is under way share the next one. None of them gets what was
 * read before it came: a changed secret counts at once.
 *
 * @param now milliseconds since the epoch
 * @returns `undefined` where the credential is missing or cannot be read
 */
export async function readCredential(
	context: IWebhookFunctions,
	type: string,
	now: number,
): Promise<Credential> {
	const id = context.getNode().credentials?.[type]?.id ?? '';
	const place = [identityOf(context), type, id, context.getMode()].join('/');
	const underWay = reads.get(place);
	if (!underWay || now - underWay.since > MAX_READ) return await start(context, type, place, now);
	underWay.next ??= underWay.result.then(async () => await start(context, type, place, Date.now()));
	return await underWay.next;
}

async function start(
	context: IWebhookFunctions,
	type: string,
	place: string,
	since: number,
): Promise<Credential> {
	const result = context
		.getCredentials<ICredentialDataDecryptedObject>(type)
		.catch(() => undefined);
	const read: Read = { since, result };
	reads.set(place, read);
	const credential = await result;
	if (reads.get(place) === read && !read.next) reads.delete(place);
	return credential;
}
