import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { withoutMembers } from '../providers/common/secretMembers';
import type { Delivery } from '../verification/delivery';
import { parseExactObject, parseProvenObject } from '../verification/json';
import type { Scheme } from '../verification/scheme';
import type { Acceptance } from '../verification/verdict';
import { checkHeaders, verify } from '../verification/verify';
import { proveDelivery } from './credential/proveDelivery';
import { keyProblem } from './credential/keyProblem';
import { isAllowed, parseAllowlist } from './ipAllowlist';
import { rejectDelivery } from './refusal/refuse';
import { headersOf, isStillEncoded, rawBodyOf, type WebhookRequest } from './request';
import type { Proof } from './scheme';
import type { ProofSettings } from './proofSettings';

/** A request whose sender is proved, with its JSON object. */
export interface Proven {
	scheme: Scheme;
	verdict: Acceptance;
	payload: IDataObject;
	/** The same with integers that JavaScript cannot hold as text; the same object where there are none. */
	exact: IDataObject;
}

/**
 * Proves one request, or refuses it. What a header alone condemns is refused before the body is read or
 * the credential is fetched.
 *
 * @param proof how requests to this URL are proved, or what is wrong with the form
 * @param now milliseconds since the epoch
 * @returns what n8n is to do with a refused request, under `refused`
 */
export async function prove(
	context: IWebhookFunctions,
	settings: ProofSettings,
	proof: Proof,
	now: number,
): Promise<Proven | { refused: IWebhookResponseData }> {
	const request = context.getRequestObject() as WebhookRequest;
	const answer = rejectDelivery(context, settings, proof, now);
	const reject = async (...cause: Parameters<typeof answer>) => ({
		refused: await answer(...cause),
	});

	const allowlist = parseAllowlist(settings.ipAllowlist);
	if ('problem' in allowlist) return await reject({ reason: 'allowlist-malformed' });
	if (allowlist.ranges !== 'everybody' && !isAllowed(allowlist.ranges, request.ip)) {
		return await reject({ reason: 'sender-not-allowed' });
	}

	if ('problem' in proof) return await reject({ reason: 'settings-malformed', ...proof });
	const { scheme } = proof;
	const headers = headersOf(request);
	const refusal = checkHeaders(headers, scheme, now);
	if (refusal) return await reject(refusal, headers);

	if (isStillEncoded(headers)) {
		return await reject({ reason: 'content-encoding', header: 'content-encoding' }, headers);
	}
	const body = await rawBodyOf(request);
	if (!body) return await reject({ reason: 'body-unreadable' }, headers);
	const delivery: Delivery = { headers, body };

	const proved = await proveDelivery(context, proof, (secrets) =>
		verify(delivery, scheme, secrets, now),
	);
	if (!proved) return await reject({ reason: 'credential-unreadable' });
	if ('refused' in proved) {
		const { refused, credential } = proved;
		const problem =
			refused.reason === 'secret-malformed'
				? keyProblem(scheme, proof.secrets(credential))
				: undefined;
		return await reject({ ...refused, problem }, headers, { delivery, credential });
	}
	const { accepted: verdict } = proved;

	const { secretMembers = [] } = settings.provider.trigger;
	const payload = withoutMembers(parseProvenObject(verdict.payload), secretMembers);
	if (!payload) return await reject({ reason: 'not-an-object' });
	const exact = mayHoldLongIntegers(verdict.payload)
		? withoutMembers(parseExactObject(verdict.payload), secretMembers)
		: undefined;
	return {
		scheme,
		verdict,
		payload: payload as IDataObject,
		exact: (exact ?? payload) as IDataObject,
	};
}

/**
 * Whether JSON may hold an integer that JavaScript cannot: one of 16 digits and more. Most holds none, and
 * need not be parsed a second time. Latin-1 shows the digits of UTF-8 as they are, and costs no decoding.
 */
function mayHoldLongIntegers(json: Buffer): boolean {
	return /\d{16}/.test(json.toString('latin1'));
}
