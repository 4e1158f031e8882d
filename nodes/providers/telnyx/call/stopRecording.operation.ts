import type { Operation } from '../../common/action';
import { callField, commandTo, liveCommand } from './command';

/**
 * Stops the recording of a live call.
 *
 * @see https://developers.telnyx.com/api-reference/call-commands/recording-stop
 */
export const stopRecording: Operation = {
	...liveCommand,
	name: 'stopRecording',
	fields: [callField],
	request: (read) => commandTo(read, 'record_stop'),
};
