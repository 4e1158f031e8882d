import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Connection, ResourceName } from '../providers/common/action';
import { optionOf } from './operationOptions';
import { resourceOf } from './operations';
import type { CallingProvider } from './registry';
import { createAndWaitFields, createAndWaitOption, waitingOperationOf } from './wait/form';

/** An operation as the form offers it. */
export interface OfferedOperation {
	resource: ResourceName;
	option: INodePropertyOptions;
	fields: INodeProperties[];
}

/** The operations of a connection as the form offers them. */
export function offeredBy(
	{ trigger }: CallingProvider,
	connection: Connection,
): OfferedOperation[] {
	const all = connection.operations.map((operation) => ({
		resource: resourceOf(operation),
		option: optionOf(operation),
		fields: operation.fields,
	}));
	const waiting = waitingOperationOf(connection);
	if (waiting === undefined) return all;
	const fields = createAndWaitFields(waiting, trigger);
	return [...all, { resource: resourceOf(waiting), option: createAndWaitOption, fields }];
}
