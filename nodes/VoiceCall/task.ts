import type { IExecuteFunctions } from 'n8n-workflow';
import type { CallRequest } from '../providers/common/action';
import type { Attempts, Position, Slot } from './onceOnly/attempts';
import type { Gate } from './transport/rateLimit';
import type { Job } from './transport/endpoint';
import type { Line } from './transport/send';
import type { Settings } from './options';

/** What all items of one run of the node share. */
export interface Run {
	context: IExecuteFunctions;
	position: Position;
	settings: Settings;
	attempts: Attempts;
	gate: Gate;
	/** Fires when a person stops the execution. */
	signal: AbortSignal | undefined;
	lineFor(job: Job): Promise<Line>;
}

/** What one item asks for, read and checked. */
export interface Task {
	itemIndex: number;
	job: Job;
	request: CallRequest;
	line: Line;
	slot: Slot;
}
