import type { ICredentialDataDecryptedObject, IExecuteFunctions } from 'n8n-workflow';
import type { Connection, Operation, OperationName } from '../../providers/common/action';
import { connectionOf, operationOf } from '../registry';
import { redactor } from './redact';
import type { Line } from './send';

/** What the node is to do for one item, and how. */
export interface Job {
	provider: { id: string; name: string };
	connection: Connection;
	operation: Operation;
}

/** Reads what is chosen in the form: it may be an expression, and differ from item to item. */
export function jobOf(context: IExecuteFunctions, itemIndex: number): Job {
	const read = (name: string) => String(context.getNodeParameter(name, itemIndex, ''));
	const { provider, connection } = connectionOf(read('provider'), read('authentication'));
	const name = read('operation') as OperationName;
	return { provider, connection, operation: operationOf(connection, provider, name) };
}

/** The lines to the providers, one for each credential, made when first needed. */
export function createLines(context: IExecuteFunctions, timeout: number) {
	const lines = new Map<string, Promise<Line>>();
	return async ({ connection }: Job): Promise<Line> => {
		const { credentialType } = connection;
		const line = lines.get(credentialType) ?? openLine(context, connection, timeout);
		lines.set(credentialType, line);
		return await line;
	};
}

async function openLine(
	context: IExecuteFunctions,
	connection: Connection,
	timeout: number,
): Promise<Line> {
	const { credentialType } = connection;
	const credential = await context.getCredentials<ICredentialDataDecryptedObject>(credentialType);
	const { address, secrets } = connection.access(credential);
	return { credentialType, address, timeout, redact: redactor(secrets) };
}

/** Reads a parameter of one item; the empty text where nothing was entered. */
export function parameterReader(context: IExecuteFunctions, itemIndex: number) {
	return (name: string): unknown => context.getNodeParameter(name, itemIndex, '') ?? '';
}
