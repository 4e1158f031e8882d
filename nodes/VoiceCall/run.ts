import type { IExecuteFunctions } from 'n8n-workflow';
import type { CallRequest } from '../providers/action';
import type { Attempts, Position, Slot } from './attempts';
import type { Gate } from './gate';
import type { Job } from './job';
import type { Line } from './send';
import type { Settings } from './settings';

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
