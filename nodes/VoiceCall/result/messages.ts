import type { Advice } from '../../providers/common/advice';
import type { CallStatus } from '../../providers/common/event';
import type { OperationName } from '../../providers/common/action';
import type { Problem } from '../../providers/common/problem';
import { reads } from '../operations';
import { EARLIER_ATTEMPT, type Failure } from '../outcome';
import { remedy } from './remedy';
import { past, verb } from './verbs';

/** What a failure is about. */
export interface Subject {
	/** The provider's name as it writes it. */
	provider: string;
	operation: OperationName;
	callId: string | undefined;
	/** What it is done to, e.g. `the call`. */
	what: string;
	/** When the provider refuses this operation. */
	limits: string | undefined;
	/** What to do about an error, by the provider's own code of it. */
	remedies?: ReadonlyMap<string, string>;
	/** Where the call stands, if the provider could be asked. */
	status?: CallStatus;
	/** How many seconds long a second run cannot place a second call; `undefined` where it can at once. */
	protectedFor: number | undefined;
	/** Whether the execution was to sleep until the result of the call is there. */
	waits?: boolean;
	/** In seconds. */
	timeout: number;
}

/** Tells a person about a failure. Holds nothing but what the provider said and names from the form. */
export function failureText(failure: Failure, subject: Subject): Advice {
	const { provider, operation, what } = subject;
	switch (failure.kind) {
		case 'refused':
			return refusal(failure, subject);
		case 'limited':
			return {
				message: `${provider} takes no more requests for now, so it did not ${verb(operation, what)}`,
				advice: `${waitAsked(failure.retryAfter)} Nothing was done. Run it again later, or raise Max Wait in the options.${said(failure.problem)}`,
			};
		case 'notSent':
			return {
				message: `${provider} could not be reached, so nothing was sent`,
				advice: `The connection failed (${failure.code}). Check the address in the credential and the network of n8n, then run it again.`,
			};
		case 'stopped':
			return {
				message: 'The execution was stopped before the request was sent',
				advice: 'Nothing was done for this item.',
			};
		case 'unclear':
			return doubt(failure, subject);
	}
}

type Refusal = Extract<Failure, { kind: 'refused' }>;

function refusal({ status, problem }: Refusal, subject: Subject): Advice {
	const { provider, operation, what, callId, limits } = subject;
	const code = problem.code === String(status) ? null : problem.code;
	const rest = [`HTTP ${status}`, code].filter((part) => part !== null).join(', ');
	const state = subject.status === undefined ? '' : ` The call is ${subject.status}.`;
	const words = wordsOf(problem);
	const sentence = words === null ? '' : `: ${words}`;
	if (status === 404 && callId !== undefined && subject.status === undefined) {
		return {
			message: `${provider} knows no such call: ${callId}`,
			advice: `Check the call ID and that the credential belongs to the same account.${limits ? ` ${limits}` : ''} Nothing was done. (${rest})${said(problem)}`,
		};
	}
	return {
		message: `${provider} did not ${verb(operation, what)}${sentence}${state ? `.${state}` : ''}`,
		advice: `${subject.remedies?.get(problem.code ?? '') ?? remedy(status)}${limits ? ` ${limits}` : ''} Nothing was done. (${rest})`,
	};
}

type Doubt = Extract<Failure, { kind: 'unclear' }>;

function doubt({ status, code, problem }: Doubt, subject: Subject): Advice {
	const { provider, operation, what, callId } = subject;
	const came = happened(status, code, subject);
	if (reads({ name: operation })) {
		return {
			message: `${provider} gave no readable answer`,
			advice: `${came} Run it again: reading changes nothing.${said(problem)}`,
		};
	}
	const again =
		operation === 'create'
			? subject.protectedFor !== undefined
				? `A retry of this execution${withinText(subject.protectedFor)} is safe, it uses the same idempotency key; a new execution may ring the person twice.${subject.waits ? RETRY_WAITS : ''}`
				: 'It is not sent again by itself: a second request may ring the person twice.'
			: `Run it again only if ${what} still stands as it was.`;
	const which = callId === undefined ? what : `${what} ${callId}`;
	return {
		message: `It is not known whether ${provider} ${past(operation, which)}`,
		advice: `${came} Look ${what} up at ${provider} before you run this item again. ${again}${said(problem)}`,
	};
}

/** The provider keeps the address that the first request brought. */
const RETRY_WAITS =
	' If the call was placed by now, its result is sent to this execution alone: the retry ends with the call ID when its time is up.';

function withinText(seconds: number): string {
	if (!Number.isFinite(seconds)) return '';
	return seconds < 3600 ? ` within ${seconds} seconds` : ` within ${seconds / 3600} hours`;
}

function happened(status: number | undefined, code: string, { timeout }: Subject): string {
	if (code === 'ECONNABORTED' || code === 'ETIMEDOUT')
		return `No answer came within ${timeout} seconds.`;
	if (code === EARLIER_ATTEMPT.code) {
		const refused = `a repeat under the same idempotency key was refused (HTTP ${status})`;
		const now = status === undefined ? 'so nothing was sent this time' : `and ${refused}`;
		return `An earlier attempt of this execution was left unclear, ${now}.`;
	}
	if (status === undefined) return `The connection broke before an answer came (${code}).`;
	if (code.startsWith('HTTP')) return `The provider answered with an error of its own (${code}).`;
	return `The request was taken with HTTP ${status}, but ${code} came back.`;
}

function waitAsked(retryAfter: number | undefined): string {
	if (retryAfter === undefined) return 'The wait grew longer than Max Wait allows.';
	return `It asked to wait ${Math.ceil(retryAfter / 1000)} seconds, longer than Max Wait allows.`;
}

function said(problem: Problem): string {
	const words = wordsOf(problem);
	return words === null ? '' : ` It said: ${words}`;
}

/** The provider's sentence, with what its support asks for. */
function wordsOf({ message, requestId }: Problem): string | null {
	if (requestId === undefined) return message;
	return message === null ? `request ID ${requestId}` : `${message} (request ID ${requestId})`;
}
