import type { IDataObject, INodeExecutionData, IWebhookFunctions } from 'n8n-workflow';
import { identityOf, placeOf } from '../../delivery/nodeIdentity';
import { logAtMostOncePerSecond } from '../../delivery/refusal/log';
import { audioIn } from '../../providers/common/eventAudio';
import type { CallEvent } from '../../providers/common/event';
import type { TriggerSettings } from '../settings';

/**
 * The item with the audio that its event carries as a file: the text is taken out of the payload, and
 * `audio` says where the file is and where it was. An item without audio stays as it is.
 *
 * Where n8n cannot store the file, the text stays, for the provider may not send the event again.
 */
export async function withAudioAsFile(
	context: IWebhookFunctions,
	{ provider, audio: settings }: TriggerSettings,
	item: INodeExecutionData,
	{ call }: CallEvent,
): Promise<INodeExecutionData> {
	const { audio } = provider.trigger;
	if (audio === undefined || !settings.asFile) return item;
	const found = audioIn(item.json.payload as IDataObject, audio);
	if (found === undefined) return item;

	const { field } = settings;
	const name = `recording${call.id === null ? '' : `-${call.id}`}.${audio.ending}`;
	try {
		const file = await context.helpers.prepareBinaryData(found.content, name, audio.mimeType);
		const takenFrom = ['payload', ...audio.path].join('.');
		return {
			json: { ...item.json, payload: found.rest, audio: { field, takenFrom } },
			binary: { [field]: file },
		};
	} catch {
		logNoFile(context);
		return item;
	}
}

function logNoFile(context: IWebhookFunctions): void {
	const { fields, words } = placeOf(context);
	logAtMostOncePerSecond(identityOf(context), 'audio-not-stored', Date.now(), (suppressed) => {
		context.logger.error(
			`n8n could not store the audio of an event as a file, so it stays in the item as text: ${words}`,
			{ ...fields, ...suppressed },
		);
	});
}
