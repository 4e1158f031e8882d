import type { IExecuteFunctions } from 'n8n-workflow';
import type { CallRequest, Operation } from '../../providers/common/action';
import { BadInput } from '../../providers/common/badInput';
import type { Choice, NodeRun } from '../task';
import type { Endpoint } from '../../transport/send';
import { redactor } from '../../transport/redact';
import { inputFieldOf, minutesOf } from './parameters';
import { secretOfCall } from './callSecret';
import { checkCanProve, type ProofParameters } from './proof';
import { resumeUrlOf } from './resumeUrl';

/** How an item waits for the result of its call. */
export interface Wait {
	/** The address that the call reports to. It wakes this execution, and is as secret as a password. */
	url: string;
	/** What the call's events are signed with, where the call brings its secret; else empty. */
	secret: string;
	/** In milliseconds, from the moment on in which the call was placed. */
	limit: number;
	/** The field of the output that the fields of the input go into. */
	inputField: string;
	/** What the form says of the proof of the result, for this item. */
	parameters: ProofParameters;
}

/**
 * Whether an item can wait at all, whatever its other fields say.
 *
 * @throws BadInput where it cannot
 */
export function checkCanWait(
	{ context, position }: NodeRun,
	{ operation, provider }: Pick<Choice, 'operation' | 'provider'>,
): void {
	if (operation.wait === undefined) {
		throw new BadInput(
			`${provider.name} takes no address for the result of a single call, so nothing could be waited for.`,
			'Use Create, and start a second workflow with the Voice Call Trigger.',
		);
	}
	if (position.isTool) {
		throw new BadInput(
			'A tool of an agent cannot wait for the result of a call.',
			'Let the agent use Create, and start a second workflow with the Voice Call Trigger.',
		);
	}
	// An execution sleeps once: it would wake up with the first of several results.
	const count = context.getInputData().length;
	if (count > 1) {
		throw new BadInput(
			`Create and Wait takes one item at a time, and got ${count}.`,
			'Put a Loop Over Items node with a batch size of 1 before this node, and connect the output of this node back to it.',
		);
	}
}

/**
 * What an item needs to wait for its call, found out before anything is sent.
 *
 * @throws BadInput where it could not be woken, its result could not be proved, or a field cannot be right
 */
export async function planWait(
	context: IExecuteFunctions,
	{ provider, operation }: Pick<Choice, 'operation' | 'provider'>,
	endpoint: Endpoint,
	itemIndex: number,
): Promise<Wait> {
	const wait = {
		url: resumeUrlOf(context, provider.name, endpoint.address),
		limit: minutesOf(context, itemIndex) * 60_000,
		inputField: inputFieldOf(context, itemIndex),
	};
	const { secrets, parameters } = await checkCanProve(context, itemIndex);
	const bringsSecret = operation.wait?.bringsSecret === true;
	const secret = bringsSecret ? secretOfCall(secrets[0], context) : '';
	return { ...wait, secret, parameters };
}

/** The request that tells the provider where to report. */
export function withWebhook(
	{ wait }: Operation,
	request: CallRequest,
	{ url, secret }: Wait,
): CallRequest {
	return wait === undefined ? request : wait.withWebhook(request, url, secret);
}

/** The endpoint that cuts what wakes the execution out of answers, too: the address, and the call's secret. */
export function withoutKeys(endpoint: Endpoint, { url, secret }: Wait): Endpoint {
	const { searchParams } = new URL(url);
	const redactKeys = redactor([url, ...searchParams.values(), secret]);
	return { ...endpoint, redact: (value) => redactKeys(endpoint.redact(value)) };
}
