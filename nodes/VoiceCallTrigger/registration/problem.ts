import type { IDataObject } from 'n8n-workflow';
import type { Advice } from '../../providers/common/advice';
import { problemIn } from '../../providers/common/problem';
import type { RegisteredWebhook } from '../../providers/common/registration';
import type { HttpResult } from '../../transport/httpResult';
import { isObject } from '../../verification/json';

/** Codes of the system in words: n8n puts a sentence of its own in place of every error that names one. */
const IN_WORDS: Record<string, string> = {
	EAI_AGAIN: 'its name could not be looked up',
	ECONNABORTED: 'it took too long',
	ECONNREFUSED: 'nobody listens there',
	ECONNRESET: 'the connection broke',
	EHOSTUNREACH: 'there is no route to it',
	ENOTFOUND: 'there is no such host',
	ETIMEDOUT: 'it took too long',
};

/**
 * Why a webhook was not registered, for the person who publishes. Holds nothing but what the provider said,
 * without secrets.
 *
 * @param provider the provider's name as it writes it
 */
export function registrationProblem(result: HttpResult, provider: string): Advice {
	if (result.kind === 'notSent') {
		return {
			message: `The webhook was not registered: ${provider} could not be reached (${inWords(result.code)}).`,
			advice:
				'Check the address in the credential and the network of n8n, then publish the workflow again.',
		};
	}
	if (result.kind === 'silent') {
		return {
			message: `It is not known whether the webhook was registered: ${provider} gave no answer (${inWords(result.code)}).`,
			advice: 'Publish the workflow again: what is there by then is found.',
		};
	}
	const { status, json } = result.answer;
	const told = toldIn(json);
	return {
		message: `The webhook was not registered: ${whyNot(status, provider)} (HTTP ${status}${told}).`,
		advice: `${remedy(status)} Then publish the workflow again, or turn off Register the Webhook and register it by hand.`,
	};
}

/** That somebody else registered a webhook with the URL of this node. */
export function foreignProblem([{ id }]: readonly RegisteredWebhook[], provider: string): Advice {
	return {
		message: `The webhook was not registered: ${provider} has one with the URL of this node already (${id}), which this node did not register.`,
		advice: `It was left as it is. Delete it there and publish the workflow again, or keep it and turn off Register the Webhook.`,
	};
}

/** What became of a request, in a few words for the log. */
export function fateOf(result: HttpResult): string {
	return result.kind === 'answered' ? `HTTP ${result.answer.status}` : result.code;
}

function inWords(code: string): string {
	return Object.hasOwn(IN_WORDS, code) ? IN_WORDS[code] : code;
}

function toldIn(json: unknown): string {
	const message = isObject(json) ? problemIn(json as IDataObject).message : null;
	return message === null ? '' : `: ${message.slice(0, 200)}`;
}

function whyNot(status: number, provider: string): string {
	if (status === 401) return `${provider} does not accept the API key`;
	if (status === 403) return `${provider} does not allow it with this API key`;
	if (status === 429) return `${provider} takes no more requests for now`;
	if (status >= 500) return `${provider} failed`;
	if (status >= 400) return `${provider} refused it`;
	return `what answered does not answer as ${provider} does`;
}

function remedy(status: number): string {
	if (status === 401) return 'Copy the whole key into the credential.';
	if (status === 403) return 'Check what the key and the plan of the account allow.';
	if (status === 429) return 'Wait a minute.';
	if (status >= 500) return 'Wait until it works again.';
	if (status >= 400 && status !== 404) return 'Correct what it says.';
	return 'Check the address in the credential.';
}
