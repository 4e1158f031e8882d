import type { ICredentialDataDecryptedObject, IWebhookFunctions } from 'n8n-workflow';
import type { TriggerProvider } from '../../providers/common/provider';
import type { Secret } from '../../verification/scheme';
import { UNPROVEN, type Acceptance, type Refusal, type Verdict } from '../../verification/verdict';
import { identityOf } from '../nodeIdentity';
import { isConstant } from './isConstant';
import { areSame, createKeptSecrets } from './keptSecrets';
import { readCredential, type FoundCredential } from './readCredential';

/** What the secrets of the node's credential say about a delivery. */
export type Proof =
	{ accepted: Acceptance } | { refused: Refusal; credential: ICredentialDataDecryptedObject };

const keptSecrets = createKeptSecrets();

/**
 * Proves a delivery with the secrets of the node's credential. One that matches a secret read a few
 * seconds ago is accepted; none is refused before the credential was read anew. So a new secret
 * counts at once, and a removed one for those seconds at most.
 *
 * @param check verifies the delivery with these secrets
 * @returns `undefined` where the credential is missing or cannot be read
 */
export async function proveDelivery(
	context: IWebhookFunctions,
	{ credentialType, secrets }: Pick<TriggerProvider, 'credentialType' | 'secrets'>,
	check: (secrets: readonly Secret[]) => Verdict,
): Promise<Proof | undefined> {
	const place = placeOf(context, credentialType);
	const kept = place === undefined ? undefined : keptSecrets.of(place);
	const verdictByKept = kept && check(kept);
	if (verdictByKept?.ok) return { accepted: verdictByKept };

	const found = await readCredential(context, credentialType);
	const { credential } = found;
	const candidates = credential && secrets(credential);
	if (place !== undefined) keptSecrets.confirm(place, candidates);
	if (!credential || !candidates) return undefined;

	const isKnown = kept !== undefined && areSame(kept, candidates);
	const verdict = (isKnown ? verdictByKept : undefined) ?? check(candidates);
	if (!verdict.ok) return { refused: verdict, credential };
	if (place !== undefined && verdict.verifiedWith !== UNPROVEN) {
		void keep(context, place, credentialType, found, candidates);
	}
	return { accepted: verdict };
}

/** Keeps secrets that have just proved a delivery, if they may be kept. */
async function keep(
	context: IWebhookFunctions,
	place: string,
	type: string,
	{ credential, readAt }: FoundCredential,
	secrets: readonly Secret[],
): Promise<void> {
	const fill = keptSecrets.reserve(place, readAt);
	if (fill && credential && (await isConstant(context, type, credential))) fill(secrets);
}

/** Drops the secrets that are kept for a node. */
export function forgetSecrets(node: string): void {
	keptSecrets.forget(node);
}

/** Whose secrets they are; `undefined` for a test run, which reads the credential each time. */
function placeOf(context: IWebhookFunctions, type: string): string | undefined {
	const id = context.getNode().credentials?.[type]?.id;
	if (context.getMode() !== 'webhook' || !id || !context.getWorkflow().id) return undefined;
	// A node may have several URLs, and each its own secrets.
	return identityOf(context) + JSON.stringify([type, id, context.getWebhookName()]);
}
