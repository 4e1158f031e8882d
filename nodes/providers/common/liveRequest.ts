import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import type { Scheme, Secret } from '../../verification/scheme';
import type { CallEvent } from './event';
import type { SchemeSettings } from './provider';

/**
 * Marks a response as the workflow's own answer on its way through n8n; it is taken off before the
 * response goes out.
 */
export const ANSWER_HEADER = 'x-voice-call-answer';

/** One thing that a provider asks while somebody is on the line. A request may ask several. */
export interface Question {
	/** What the answer has to echo, where the provider gives one. */
	id: string | null;
	/** What is asked for, e.g. the name of a tool. */
	name: string | null;
	/** Not "arguments": n8n's expressions refuse that word. */
	parameters: IDataObject;
}

/** The ways to answer that have fields of their own in the form; JSON is taken by every request. */
export type AnswerKind = 'agent' | 'error' | 'json' | 'reject' | 'result' | 'transfer';

/** What a person entered as the answer to one question. */
export type GivenAnswer =
	/** Who takes the call, and what that agent is told. */
	| {
			kind: 'agent';
			agentId: string;
			variables: IDataObject;
			/** Settings of the agent that count for this call only. */
			overrides: IDataObject;
			/** Other members of the answer, in the provider's own words. */
			fields: IDataObject;
	  }
	/** That it did not work, in words for the agent. */
	| { kind: 'error'; message: string }
	/** The whole body of the response, and its status. */
	| { kind: 'json'; body: unknown; status: number }
	/** The call is not taken; the text is for the caller, where the provider can say it. */
	| { kind: 'reject'; message: string }
	/** What a tool found out. */
	| { kind: 'result'; value: unknown; reaction: Reaction }
	/** A number in E.164 or a SIP address that the call goes to. */
	| { kind: 'transfer'; to: string; message: string; fields: IDataObject };

/** What the agent does after a result, where the provider lets the answer say so. */
export type Reaction = 'asSet' | 'hangUp' | 'listens' | 'newStage' | 'speaks' | 'speaksOnce';

export interface Answered {
	question: Question;
	given: GivenAnswer;
}

/** An HTTP response to a live request. A text goes out as it is, everything else as JSON. */
export interface LiveResponse {
	status: number;
	body: unknown;
	headers?: Record<string, string>;
}

/** How long the provider waits. */
export interface TimeLimit {
	/** What holds where nothing else is set at the provider. */
	seconds: number;
	/** Whether the node's option may say another one: it can be set at the provider, or is not known. */
	adjustable: boolean;
	/** Whether the provider's pages give the figure; otherwise it is a cautious one of our own. */
	documented: boolean;
}

/** What is known of a request besides its body. */
export interface RequestFacts {
	/** The text of a parameter in the URL, where it stands there once. Nothing proves it. */
	query(name: string): string | null;
	/** What the form of the trigger says. */
	settings: SchemeSettings;
}

/** One kind of request that waits for an answer. Data, and pure functions. */
export interface LiveRequest {
	/** The provider's own name of it, where it has one, e.g. `tool-calls`. */
	value: string;
	name: string;
	/** What is asked, in one sentence. */
	description: string;
	limit: TimeLimit;
	/** Whether most such requests need no answer, so that one without is not worth a line in the log. */
	isOptional?: boolean;
	/** Which answers make sense; `json` is always among them. */
	answers: readonly AnswerKind[];
	/** What a payload asks; `undefined` for one that is not such a request. Never throws. */
	questions(payload: IDataObject, facts: RequestFacts): Question[] | undefined;
	/** What the request says about the call, where the provider's events say it elsewhere. */
	call?(payload: IDataObject): Partial<CallEvent['call']>;
	/**
	 * The response in the provider's own shape. Answers of kind `json` never get here.
	 *
	 * @param answers one for each question, in the order of the questions
	 * @throws BadInput for what this request cannot be answered with
	 */
	respond(answers: readonly Answered[]): LiveResponse;
	/**
	 * What the provider gets when the workflow failed or took too long.
	 *
	 * @param message a sentence for the agent or the caller
	 */
	failure(questions: readonly Question[], message: string): LiveResponse;
}

/** The requests of a provider that wait for an answer. */
export interface LiveRequests {
	/** The first one that finds questions in a payload is it. */
	requests: readonly LiveRequest[];
	/** Whether an answer may say what the agent does after it. */
	hasReactions?: boolean;
	/** Where the second URL goes; HTML, shown in the node. */
	notice: string;
	/** How live requests are proved, where the provider signs them in another way than its events, or not at all. */
	proof?: {
		scheme: Scheme;
		secrets(credential: ICredentialDataDecryptedObject): Secret[];
	};
}

/** The request that a payload is, and what it asks. */
export function findRequest(
	live: LiveRequests | undefined,
	payload: IDataObject,
	facts: RequestFacts,
): { request: LiveRequest; questions: Question[] } | undefined {
	for (const request of live?.requests ?? []) {
		const questions = request.questions(payload, facts);
		if (questions !== undefined) return { request, questions };
	}
	return undefined;
}
