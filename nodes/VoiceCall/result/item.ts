import type {
	IDataObject,
	INodeExecutionData,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';
import type { OperationName } from '../../providers/common/action';
import type { CallStatus } from '../../providers/common/event';
import type { Failure, Outcome } from '../outcome';

/** What an operation means for a call whose provider does not say where it stands. */
const STATUS_AFTER: Partial<Record<OperationName, CallStatus>> = {
	accept: 'in-progress',
	create: 'queued',
	cancel: 'canceled',
};

type Done = Extract<Outcome, { kind: 'done' }>;

/** The item for something that went well. */
export function doneItem(
	{ receipt, response }: Done,
	operation: OperationName,
	provider: { id: string; name: string },
	itemIndex: number,
): INodeExecutionData {
	const { callId, status, message } = receipt;
	const pairedItem = { item: itemIndex };
	if (operation === 'delete') return { json: { deleted: true, callId }, pairedItem };
	return {
		json: {
			success: true,
			provider: provider.id,
			callId,
			status: status ?? STATUS_AFTER[operation] ?? 'unknown',
			message: message ?? sentence(operation, provider.name),
			response,
		},
		pairedItem,
	};
}

/** What a failed item is about. */
export interface FailedFacts {
	provider: string;
	callId: string | undefined;
	status: CallStatus | undefined;
	/** Whether n8n is to lead it to the output for errors. */
	toErrorOutput: boolean;
}

/**
 * The item for a failure, where the node is set to continue. n8n leads it to the output for errors,
 * and adds the input's fields to it, if it has no members but `error` and `message`; were the error
 * itself attached to the item, n8n would throw all of its fields away.
 */
export function failedItem(
	error: NodeApiError | NodeOperationError,
	failure: Failure | undefined,
	facts: FailedFacts,
	itemIndex: number,
): INodeExecutionData {
	const refused = failure?.kind === 'refused' ? failure : undefined;
	const message = error.message;
	const reason: IDataObject = {
		reason: failure?.kind ?? 'badInput',
		code: codeOf(failure),
		httpStatus: failure !== undefined && 'status' in failure ? (failure.status ?? null) : null,
		advice: error.description ?? null,
	};
	const about: IDataObject = {
		provider: facts.provider,
		callId: facts.callId ?? null,
		status: facts.status ?? (failure?.kind === 'unclear' ? 'unknown' : null),
		response: refused?.response ?? null,
	};
	return {
		json: facts.toErrorOutput
			? { error: { ...reason, ...about }, message }
			: { success: false, ...about, message, error: reason },
		pairedItem: { item: itemIndex },
	};
}

function codeOf(failure: Failure | undefined): string | null {
	if (failure === undefined || failure.kind === 'stopped') return null;
	if (failure.kind === 'notSent') return failure.code;
	return failure.problem.code ?? ('code' in failure ? failure.code : null);
}

function sentence(operation: OperationName, provider: string): string {
	if (operation === 'create') return `${provider} accepted the call`;
	return operation === 'cancel' ? `${provider} canceled the call` : `${provider} knows the call`;
}
