import type { IDataObject } from 'n8n-workflow';
import type { CallRequest, FileAnswer } from '../providers/common/action';
import { problemIn } from '../providers/common/problem';
import { saysFailure } from '../providers/common/saysFailure';
import type { Failure, HttpFile, Outcome } from './outcome';
import type { Answer } from '../transport/httpResult';
import { answerIn, failureOf, objectIn, unclear } from './outcomeOf';
import type { NodeRun, Task } from './task';
import { isSafeTarget } from '../transport/endpoint';
import { send, sendTo } from '../transport/send';

/** The file behind an answer: the answer itself, the target of a redirect, or an address that it names. */
export async function readFile(
	{ context }: NodeRun,
	{ operation, request, endpoint }: Task,
	file: FileAnswer,
): Promise<Outcome> {
	const first = await send(context, endpoint, request, 'file');
	if (first.kind !== 'answered') return failureOf(first, operation) as Failure;
	const { answer } = first;
	const none = noneIn(answer, file);
	if (none !== undefined) return none;
	const target = targetOf(answer, file);
	if (target === null) return unclear(answer.status, 'an answer that names no file');
	if (target === undefined) {
		return failureOf(first, operation) ?? fileIn(answer, request, file, {});
	}
	if (!isSafeTarget(target, endpoint)) {
		return unclear(answer.status, 'the address of a file that is not a safe web address');
	}
	const url = new URL(target, endpoint.address).href;
	const second = await sendTo(context, endpoint, url, { method: 'GET', as: 'file' });
	const body = objectIn(answer.json) ?? {};
	return failureOf(second, operation) ?? fileIn(answerIn(second), request, file, body);
}

/** A clear no in an answer that was to name a file. */
function noneIn({ status, json }: Answer, { missing }: FileAnswer): Failure | undefined {
	const response = status >= 200 && status < 300 ? objectIn(json) : undefined;
	const message = response && missing?.(response);
	if (message === undefined) return undefined;
	return { kind: 'refused', status, problem: { code: null, message }, response };
}

/**
 * Where the file is.
 *
 * @returns `undefined` when the answer is the file or a failure, `null` when it should name one and does not
 */
function targetOf(answer: Answer, file: FileAnswer): string | null | undefined {
	const { status, location, json } = answer;
	if (status >= 300 && status < 400) return location;
	if (file.address === undefined || status < 200 || status >= 300) return undefined;
	const body = objectIn(json);
	return body === undefined ? null : file.address(body);
}

/** What sound comes as; the rest is what servers write for any download. */
const SOUND = /^(?:audio|video)\/.|^application\/(?:mp4|ogg)$/;
const ANY_FILE =
	/^(?:|(?:application|binary)\/octet-stream|application\/(?:x-)?(?:binary|download|force-download))$/;

function fileIn(
	{ status, file: content, contentType, json, isEmpty, isText }: Answer,
	{ callId }: CallRequest,
	{ name, mimeType }: FileAnswer,
	response: IDataObject,
): Outcome {
	if (content === undefined || isEmpty) return unclear(status, 'an empty answer');
	const said = objectIn(json);
	if (said !== undefined && saysFailure(said)) {
		return { kind: 'refused', status, problem: problemIn(said), response: said };
	}
	const isSound = SOUND.test(contentType);
	if (isText || !(isSound || ANY_FILE.test(contentType))) {
		return unclear(status, `${kindOf(contentType, json)} and no sound file`);
	}
	const held: HttpFile = {
		content,
		name: name(callId ?? 'call'),
		mimeType: isSound ? contentType : mimeType,
	};
	const receipt = { callId: callId ?? null, status: null, message: null };
	return { kind: 'done', receipt, response, file: held };
}

/** What came in place of a file, e.g. the page of a server that wants somebody to sign in. */
function kindOf(contentType: string, json: unknown): string {
	if (json !== undefined) return 'an answer that is JSON';
	if (/\bhtml\b/.test(contentType)) return 'a web page';
	return /^(?:audio|text|video)\/|^$/.test(contentType)
		? 'a text'
		: `an answer of the type ${contentType.slice(0, 60)}`;
}
