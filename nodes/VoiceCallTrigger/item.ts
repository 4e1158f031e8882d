import type { INodeExecutionData, IWebhookFunctions } from 'n8n-workflow';
import { rawBodyWhereWanted, simplifiedItem } from '../delivery/item';
import type { Proven } from '../delivery/prove';
import type { CallEvent } from '../providers/common/event';
import { withAudioAsFile } from './audio/withAudioAsFile';
import type { TriggerSettings } from './settings';

/** The item that starts the workflow with an event. */
export async function toItem(
	context: IWebhookFunctions,
	settings: TriggerSettings,
	proven: Proven,
	event: CallEvent,
	key: string,
	receivedAt: number,
): Promise<INodeExecutionData> {
	if (settings.output === 'raw') {
		return { json: { ...proven.payload, ...rawBodyWhereWanted(settings, proven) } };
	}
	const item = simplifiedItem(settings, proven, event, key, receivedAt);
	return await withAudioAsFile(context, settings, item, event);
}
