import type { Operation } from '../../common/action';
import { customFieldsIn } from '../../common/customFields';
import { additionalFields, customFields } from '../../common/fields';
import { callField, commandTo, liveCommand } from './command';
import { digitFields, digitsAskedFor } from './askForDigits';
import { loopField, soundFields, soundOf, ssmlField } from './sound';

/**
 * Says a text or plays a file in a live call, and asks for keys. Several follow each other.
 *
 * @see https://developers.telnyx.com/api-reference/call-commands/speak-text
 * @see https://developers.telnyx.com/api-reference/call-commands/play-audio-url
 * @see https://developers.telnyx.com/api-reference/call-commands/gather-using-speak
 * @see https://developers.telnyx.com/api-reference/call-commands/gather-using-audio
 */
export const play: Operation = {
	...liveCommand,
	name: 'play',
	fields: [
		callField,
		...soundFields,
		...digitFields,
		additionalFields([customFields, loopField, ssmlField]),
	],
	request: (read) => {
		const asked = digitsAskedFor(read);
		const { isText, body } = soundOf(read, asked === undefined);
		const additions = customFieldsIn(read);
		if (asked === undefined) {
			return { ...commandTo(read, isText ? 'speak' : 'playback_start', body), ...additions };
		}
		const action = isText ? 'gather_using_speak' : 'gather_using_audio';
		return { ...commandTo(read, action, { ...body, ...asked }), ...additions };
	},
};
