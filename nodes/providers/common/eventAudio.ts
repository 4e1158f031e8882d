import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../verification/json';
import { member } from './reading';

/** The audio of a call that some events of a provider carry as base64 text. */
export interface EventAudio {
	/** Its place in the payload, from the outside in, e.g. `['data', 'full_audio']`. */
	path: readonly [string, ...string[]];
	/** E.g. `audio/mpeg`. */
	mimeType: string;
	/** Of the file's name, e.g. `mp3`. */
	ending: string;
}

/** What an event carried, and the payload without it. */
export interface FoundAudio {
	content: Buffer;
	rest: IDataObject;
}

/**
 * Takes the audio out of a payload.
 *
 * @returns `undefined` where there is none, or something that is not base64; the payload stays as it was
 */
export function audioIn(
	payload: IDataObject,
	{ path }: Pick<EventAudio, 'path'>,
): FoundAudio | undefined {
	return takenFrom(payload, path);
}

function takenFrom(
	source: IDataObject,
	[name, ...inner]: readonly string[],
): FoundAudio | undefined {
	const held = member(source, name);
	if (inner.length === 0) {
		const content = bytesOf(held);
		const others = Object.entries(source).filter(([other]) => other !== name);
		return content && { content, rest: Object.fromEntries(others) };
	}
	const found = isObject(held) ? takenFrom(held as IDataObject, inner) : undefined;
	return found && { content: found.content, rest: { ...source, [name]: found.rest } };
}

/** The bytes that base64 text spells, with line breaks or without. */
function bytesOf(text: unknown): Buffer | undefined {
	if (typeof text !== 'string') return undefined;
	const written = text.replaceAll(/[\r\n]/g, '');
	const content = Buffer.from(written, 'base64');
	// Node leaves out what is not base64, so that fewer bytes come of it than its length says.
	const isWhole = content.length === Buffer.byteLength(written, 'base64');
	return content.length > 0 && isWhole ? content : undefined;
}
