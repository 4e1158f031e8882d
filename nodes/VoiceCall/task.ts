import type { IExecuteFunctions } from 'n8n-workflow';
import type { CallRequest, Connection, Operation, ReadParameter } from '../providers/common/action';
import type { Attempts } from './onceOnly/attempts';
import type { Position, RequestIdentity } from './onceOnly/identity';
import type { RateLimit } from './transport/rateLimit';
import type { Endpoint } from '../transport/send';
import type { Settings } from './options';
import type { Wait } from './wait/plan';

/** What all items of one run of the node share. */
export interface NodeRun {
	context: IExecuteFunctions;
	position: Position;
	settings: Settings;
	attempts: Attempts;
	rateLimit: RateLimit;
	/** Fires when a person stops the execution. */
	signal: AbortSignal | undefined;
	/** Where a connection's requests go, with the credential of the node. */
	endpointOf(connection: Connection): Promise<Endpoint>;
}

/** What the form says is to be done for an item. It may be an expression, and differ from item to item. */
export interface Choice {
	provider: { id: string; name: string };
	connection: Connection;
	operation: Operation;
	/** Whether the item goes on with the result of the call that the operation places. */
	waits: boolean;
}

/** What one item asks for, read and checked. */
export interface Task extends Choice {
	itemIndex: number;
	read: ReadParameter;
	/** How many entries a list is to have at most; `undefined` for all. */
	limit: number | undefined;
	request: CallRequest;
	endpoint: Endpoint;
	identity: RequestIdentity;
	/** How the item waits for the result of its call, if it does. */
	wait: Wait | undefined;
}
