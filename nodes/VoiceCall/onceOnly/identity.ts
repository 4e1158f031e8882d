import { createHash } from 'node:crypto';
import { NodeConnectionTypes, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import type { CallRequest, Operation } from '../../providers/common/action';
import { resourceOf } from '../operations';

/** One thing that the node was asked to do. */
export interface RequestIdentity {
	/** Under which it is remembered: which item in which run of the node; of a tool, what is done to whom. */
	place: string;
	/** Which item, in which run of the node. */
	position: string;
	/**
	 * What was asked for, before any expression was evaluated; another item in the same place is
	 * another matter. Not what the fields evaluate to: `$now` gives something else with each try.
	 */
	fingerprint: string;
	/**
	 * Who rings, for this item: whatever else was changed in the form before a retry, nobody rings twice
	 * for one item. `undefined` where nobody rings.
	 */
	target: string | undefined;
	/**
	 * What a tool of an agent does not do again while it is unclear whether it was done: to call a number,
	 * or the operation on the call. Empty where the node is no tool.
	 */
	held: readonly string[];
}

/** Where the node stands in the execution. */
export interface Position {
	/** Which run of the node this is: loops run it several times in one execution. */
	runIndex: number;
	isTool: boolean;
	/** The node's parameters, as they stand in the form. */
	parameters: string;
}

/** Finds out where the node stands; the same for all of its items. */
export function positionOf(context: IExecuteFunctions): Position {
	const { $runIndex } = context.getWorkflowDataProxy(0);
	return {
		runIndex: typeof $runIndex === 'number' ? $runIndex : 0,
		isTool: isTool(context),
		parameters: JSON.stringify(context.getNode().parameters),
	};
}

/**
 * Whether an agent asked for it. Agents up to version 2 run their tools themselves, in a context that says so;
 * later ones let n8n run them, in the context of any node, and n8n notes on the node where its output goes.
 */
function isTool(context: IExecuteFunctions): boolean {
	const { rewireOutputLogTo, type } = context.getNode();
	if (rewireOutputLogTo === NodeConnectionTypes.AiTool || type.endsWith('Tool')) return true;
	return context.isToolExecution?.() ?? false;
}

/**
 * Where an item stands in the execution. An AI agent's tool gets a new run for each call of it, for a
 * repeated one as well, and an agent words its fields anew. So there a call is known by who is called, and
 * anything else by the call that it is done to.
 */
export function identityOf(
	{ runIndex, isTool, parameters }: Position,
	itemIndex: number,
	item: IDataObject,
	provider: string,
	operation: Operation,
	request: CallRequest,
): RequestIdentity {
	const kind = [provider, resourceOf(operation), operation.name];
	const who = calleesOf(request);
	const position = `${runIndex}/${itemIndex}`;
	const target = who.length === 0 ? undefined : shortHash(kind, who, item);
	if (!isTool) {
		return {
			place: position,
			position,
			fingerprint: shortHash(parameters, item),
			target,
			held: [],
		};
	}
	const { method, path, body, callId } = request;
	const done = callId === undefined ? shortHash(kind, method, path, body) : shortHash(kind, callId);
	const held = who.length === 0 ? [done] : who.map((number) => shortHash(provider, number));
	const fingerprint = shortHash(kind, held);
	return { place: fingerprint, position, fingerprint, target: undefined, held };
}

/** SIP addresses that name a number ring it as the number itself does. */
const SIP = /^sips?:([^@;]*)@([^;?]*)/;

/** Who rings, however it was written; in order, without repeats. */
function calleesOf({ callee = [] }: CallRequest): string[] {
	const folded = [callee].flat().map((each) => {
		const written = each.toLowerCase();
		const [, user = '', host = ''] = SIP.exec(written) ?? [];
		if (host === '') return written;
		return /^\+?\d{7,15}$/.test(user) ? `+${user.replace('+', '')}` : `sip:${user}@${host}`;
	});
	return [...new Set(folded)].sort();
}

function shortHash(...parts: unknown[]): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
