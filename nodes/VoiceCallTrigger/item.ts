import type { INodeExecutionData } from 'n8n-workflow';
import { rawBodyWhereWanted, simplifiedItem } from '../delivery/item';
import type { Proven } from '../delivery/prove';
import type { CallEvent } from '../providers/common/event';
import type { TriggerSettings } from './settings';

/** The item that starts the workflow with an event. */
export function toItem(
	settings: TriggerSettings,
	proven: Proven,
	event: CallEvent,
	key: string,
	receivedAt: number,
): INodeExecutionData {
	if (settings.output !== 'raw') return simplifiedItem(settings, proven, event, key, receivedAt);
	return { json: { ...proven.payload, ...rawBodyWhereWanted(settings, proven) } };
}
