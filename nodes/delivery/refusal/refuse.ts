import {
	NodeOperationError,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import type { Advice } from '../../providers/common/advice';
import type { Delivery } from '../../verification/delivery';
import { answerTo, isOurFault, type RefusalReason } from './responses';
import { diagnose } from './doctor';
import { identityOf, placeOf } from '../nodeIdentity';
import { logAtMostOncePerSecond } from './log';
import { headersOf } from '../request';
import type { Proof } from '../scheme';
import type { ProofSettings } from '../proofSettings';

/** A refusal with the header at fault, where one is. */
interface Cause {
	reason: RefusalReason;
	header?: string;
	/** What is wrong with the node's form or its secrets, where that is the cause. */
	problem?: Advice;
}

/** What the doctor may look at in a test run, beyond the headers. */
interface Evidence {
	delivery: Delivery;
	credential: ICredentialDataDecryptedObject;
}

/** Makes the function that answers a request which does not start the workflow, and says why in the log. */
export function rejectDelivery(
	context: IWebhookFunctions,
	settings: ProofSettings,
	proof: Proof,
	now: number,
) {
	return async (
		cause: Cause,
		headers?: Delivery['headers'],
		evidence?: Evidence,
	): Promise<IWebhookResponseData> => {
		log(context, settings, cause, now);
		const { status, body } = answerTo(cause.reason);
		const response = context.getResponseObject();
		const sent = new Promise<void>((resolve) => {
			if (response.closed) resolve();
			else response.once('close', () => resolve());
		});
		response.status(status).json(body);
		if (context.getMode() !== 'manual' || !settings.receiver.explains) {
			return { noWebhookResponse: true };
		}

		// A test run: the caller has its answer, the person at the editor gets the reason, which n8n shows
		// in the node for an error. It also answers with the error, into a response that is complete by
		// now: that second answer is dropped.
		await sent;
		response.json = () => response;
		const { message, description } = diagnose({
			cause,
			headers,
			sender: senderOf(context),
			evidence,
			settings,
			proof,
			now,
		});
		throw new NodeOperationError(context.getNode(), message, { description });
	};
}

function log(context: IWebhookFunctions, settings: ProofSettings, cause: Cause, now: number) {
	const { fields, words } = placeOf(context);
	const receiver = settings.receiver.name;
	const named = namedBy(context, cause);
	const details: IDataObject = {
		provider: settings.provider.id,
		reason: cause.reason,
		...(cause.header === undefined ? {} : { header: cause.header }),
		...(cause.problem === undefined ? {} : { problem: cause.problem.message }),
		...fields,
		sender: senderOf(context),
		...(named === undefined ? {} : { named }),
	};
	// The console shows the text alone, so the reason stands in it as well.
	const said = cause.problem?.message ?? named;
	const place = `${cause.reason}${said === undefined ? '' : ` (${said})`}, ${words}`;
	logAtMostOncePerSecond(identityOf(context), cause.reason, now, (suppressed) => {
		const told = { ...details, ...suppressed };
		if (isOurFault(cause.reason)) {
			context.logger.error(`${receiver} could not check an event: ${place}`, told);
		} else {
			context.logger.warn(`${receiver} refused an event: ${place}`, told);
		}
	});
}

/** The address that n8n says the request came from. Behind a proxy the sender may have written it. */
function senderOf(context: IWebhookFunctions): string | undefined {
	const { ip } = context.getRequestObject();
	return ip?.replaceAll(/[^\x21-\x7e]/g, '?').slice(0, 64);
}

/** Headers that name a way to write something, and no secret. */
const NAMING: ReadonlySet<RefusalReason> = new Set([
	'cipher-not-allowed',
	'content-encoding',
	'encoding-not-allowed',
]);

/** What the request says it is written in, where that is the cause. */
function namedBy(context: IWebhookFunctions, { reason, header }: Cause): string | undefined {
	if (header === undefined || !NAMING.has(reason)) return undefined;
	const [value] = headersOf(context.getRequestObject())[header] ?? [];
	return value?.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 40);
}
