import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { BadInput } from '../../providers/common/badInput';
import {
	ANSWER_HEADER,
	type GivenAnswer,
	type LiveResponse,
} from '../../providers/common/liveRequest';
import { senderOf } from '../../providers/common/provider';
import { optionalText } from '../../providers/common/text';
import { badInputError } from '../result/error';
import { failedItem } from '../result/item';
import { askedIn, type Asked } from './asked';
import { responseTo, type Collected } from './collect';
import { givenAnswer } from './given';

/** What the nodes of one execution share; n8n keeps it with the execution. */
interface Shared {
	voiceCallAnswers?: Collected;
	voiceCallAnswered?: boolean;
}

/**
 * Answers the live request that started this execution: of several questions each from its own item, and
 * from several nodes, one after the other, where a workflow has a branch for each.
 *
 * @throws NodeOperationError for what cannot be answered, unless the node is set to continue
 */
export async function answer(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	if (items.length === 0) return [[]];
	try {
		const asked = askedIn(context);
		const shared = context.getContext('flow') as Shared;
		if (shared.voiceCallAnswered === true) {
			throw new BadInput(
				'This request has been answered before.',
				'Let only one Answer run in an execution, or give each of several questions its own.',
			);
		}
		const collected = (shared.voiceCallAnswers ??= {});
		collect(context, asked, collected);
		const response = responseTo(asked, collected);
		if (response !== undefined) {
			await send(context, asked, response);
			shared.voiceCallAnswered = true;
		}
		return [items.map((_, item) => itemOf(asked, response, item))];
	} catch (error) {
		const told = errorOf(context, error);
		if (!context.continueOnFail()) throw told;
		return [items.map((_, item) => failedItem(told, undefined, factsOf(context), item))];
	}
}

/** Adds what the items of this node answer. */
function collect(context: IExecuteFunctions, asked: Asked, collected: Collected): void {
	const here: Record<number, GivenAnswer[]> = {};
	for (let item = 0; item < context.getInputData().length; item += 1) {
		const id = optionalText(
			(context.getNodeParameter('answerOptions', item, {}) as IDataObject).requestId,
		);
		(here[asked.indexFor(item, id)] ??= []).push(givenAnswer(context, item));
	}
	for (const [question, answers] of Object.entries(here)) collected[question] = oneOf(answers);
}

/** Several items for one question: their results are a list; of anything else there is one. */
function oneOf(answers: GivenAnswer[]): GivenAnswer {
	const [first] = answers;
	if (answers.length === 1) return first;
	const values = answers.map((given) => {
		if (given.kind === 'result') return given.value;
		throw new BadInput(
			`${answers.length} items answer one question.`,
			'Give one item for each question. Only results may be several: they then become a list.',
		);
	});
	return { ...(first as GivenAnswer & { kind: 'result' }), value: values };
}

async function send(
	context: IExecuteFunctions,
	{ provider, answerBy }: Asked,
	{ status, body, headers }: LiveResponse,
): Promise<void> {
	if (typeof context.sendResponse !== 'function') {
		throw new BadInput(
			'An agent’s tool cannot answer a live request.',
			'Use Answer in the workflow itself.',
		);
	}
	const late = Date.now() - answerBy;
	if (late > 0 && context.getMode() !== 'manual') {
		throw new BadInput(
			`The answer comes ${(late / 1000).toFixed(1)} s too late: ${senderOf(provider)} has been told that it did not work.`,
			'Make the workflow faster, or raise the time limit at the provider and in the trigger’s options.',
		);
	}
	await context.sendResponse({
		statusCode: status,
		body: body as IDataObject,
		headers: {
			...(typeof body === 'string' ? { 'content-type': 'text/plain; charset=utf-8' } : {}),
			...headers,
			[ANSWER_HEADER]: '1',
		},
	});
}

function itemOf(
	{ provider, request, questions }: Asked,
	response: LiveResponse | undefined,
	item: number,
): INodeExecutionData {
	return {
		json: {
			success: true,
			provider: provider.id,
			request: request.value,
			questions: questions.length,
			/** Not yet, while questions wait for other nodes. */
			answered: response !== undefined,
			response: response === undefined ? null : (response as unknown as IDataObject),
		},
		pairedItem: { item },
	};
}

function errorOf(context: IExecuteFunctions, error: unknown): NodeOperationError {
	return error instanceof BadInput
		? badInputError(context, error)
		: new NodeOperationError(context.getNode(), error as Error);
}

function factsOf(context: IExecuteFunctions) {
	const { onError, parameters } = context.getNode();
	return {
		provider: typeof parameters.provider === 'string' ? parameters.provider : '',
		callId: undefined,
		status: undefined,
		toErrorOutput: onError === 'continueErrorOutput',
	};
}
