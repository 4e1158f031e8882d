import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';
import type { OperationName } from '../../providers/common/action';
import type { CallStatus } from '../../providers/common/event';
import type { Failure, HttpFile, Outcome } from '../outcome';
import { outputFieldOf } from '../parameters';
import { doneText } from './verbs';

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
	what?: string,
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
			message: message ?? doneText(operation, provider.name, what),
			response,
		},
		pairedItem,
	};
}

/** The item for one call of a list. */
export function listedItem(
	call: Done,
	provider: { id: string; name: string },
	itemIndex: number,
): INodeExecutionData {
	return doneItem(call, 'get', provider, itemIndex);
}

/** Endings of sound files; n8n's own table writes `.mpga` for what everybody calls MP3. */
const SOUND: Record<string, string> = {
	'audio/mpeg': 'mp3',
	'audio/mp3': 'mp3',
	'audio/wav': 'wav',
	'audio/x-wav': 'wav',
	'audio/wave': 'wav',
};

/** The item with the file under the name that the form gives. */
export async function withFile(
	context: IExecuteFunctions,
	item: INodeExecutionData,
	file: HttpFile | undefined,
	itemIndex: number,
): Promise<INodeExecutionData> {
	if (file === undefined) return item;
	const { content, name, mimeType } = file;
	const data = await context.helpers.prepareBinaryData(content, name, mimeType);
	const ending = Object.hasOwn(SOUND, mimeType) ? SOUND[mimeType] : data.fileExtension;
	const fileName = ending === undefined ? name : `${name}.${ending}`;
	const field = outputFieldOf(context, itemIndex);
	return { ...item, binary: { [field]: { ...data, fileName, fileExtension: ending } } };
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
