import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { providers } from '../../providers';
import { BadInput } from '../../providers/common/badInput';
import type { LiveRequest, Question } from '../../providers/common/liveRequest';
import { objectAt, textAt } from '../../providers/common/reading';

/** What the trigger of this execution was asked. */
export interface Asked {
	provider: { id: string; name: string };
	request: LiveRequest;
	questions: Question[];
	/** Milliseconds since the epoch: when the provider gets the failure instead. */
	answerBy: number;
	/** The question that an item of the node is about. */
	indexFor(itemIndex: number, requestId: string): number;
}

const TRIGGER = /(?:^|\.)voiceCallTrigger$/;

/**
 * Reads what was asked from the items of the trigger, wherever in the workflow this node stands.
 *
 * @throws BadInput where no live request started the execution
 */
export function askedIn(context: IExecuteFunctions): Asked {
	const { name, items } = triggerOf(context);
	const [first] = items.map(({ json }) => json);
	const provider = providers.find(({ id }) => id === textAt(first, 'provider'));
	const type = textAt(objectAt(first, 'request'), 'type');
	const request = provider?.trigger.live?.requests.find(({ value }) => value === type);
	if (provider === undefined || request === undefined) {
		throw new BadInput(
			'An event started this execution, and nobody waits for an answer to it.',
			'Send only live requests here: those whose delivery.kind is "request".',
		);
	}
	const questions = items.map(({ json }) => questionOf(objectAt(json, 'request')));
	return {
		provider,
		request,
		questions,
		answerBy: Date.parse(textAt(objectAt(first, 'request'), 'answerBy') ?? '') || Infinity,
		indexFor: (itemIndex, requestId) =>
			indexOf(context, { name, items, questions }, itemIndex, requestId),
	};
}

function triggerOf(context: IExecuteFunctions): { name: string; items: INodeExecutionData[] } {
	const proxy = context.getWorkflowDataProxy(0);
	for (const { name, type } of context.getParentNodes(context.getNode().name)) {
		if (!TRIGGER.test(type)) continue;
		const node = proxy.$(name) as { isExecuted: boolean; all(): INodeExecutionData[] };
		if (!node.isExecuted) continue;
		const items = node.all();
		if (items.length > 0) return { name, items };
	}
	throw new BadInput(
		'No Voice Call Trigger started this execution.',
		'Use Answer in the workflow that the Voice Call Trigger starts, not in one that it calls.',
	);
}

function questionOf(request: IDataObject): Question {
	return {
		id: textAt(request, 'id'),
		name: textAt(request, 'name'),
		parameters: objectAt(request, 'parameters'),
	};
}

interface Trigger {
	name: string;
	items: INodeExecutionData[];
	questions: readonly Question[];
}

/** By the ID in the form, by that in the item, by the item that this one came of, by the order. */
function indexOf(
	context: IExecuteFunctions,
	{ name, items, questions }: Trigger,
	itemIndex: number,
	requestId: string,
): number {
	if (requestId !== '') {
		const named = questions.findIndex(({ id }) => id === requestId);
		if (named !== -1) return named;
		throw new BadInput(
			'The request has no question with this Request ID.',
			'Use the request.id of one of the trigger’s items.',
		);
	}
	if (questions.length === 1) return 0;
	const input = context.getInputData();
	const ownId = textAt(objectAt(input[itemIndex].json, 'request'), 'id');
	const own = questions.findIndex(({ id }) => id !== null && id === ownId);
	if (own !== -1) return own;
	const origin = items.findIndex(({ json }) => json === originOf(context, name, itemIndex));
	if (origin !== -1) return origin;
	if (input.length === questions.length) return itemIndex;
	throw new BadInput(
		`The request asks ${questions.length} things, and nothing tells which of them this item answers.`,
		'Set Request ID under Options to the request.id of the trigger’s item.',
	);
}

/** The item of the trigger that an item came of, where n8n kept track. */
function originOf(context: IExecuteFunctions, name: string, itemIndex: number): unknown {
	try {
		return context.getWorkflowDataProxy(itemIndex).$(name).item?.json;
	} catch {
		return undefined;
	}
}
