import { BadInput } from './badInput';
import { requiredText } from './text';

/** What programs write in place of an ID that they do not have. */
const NO_ID = /^(?:-?0+|-1|false|n\/?a|nan|nil|none|null|true|undefined|\[object object\])$/i;

/** Whether a text is no ID, but what programs write where they have none. */
export function isNoId(text: string): boolean {
	return NO_ID.test(text.trim());
}

/** A surrogate without its other half: not a character, and not to be written into a URL. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * The ID of a call, as entered. Providers' IDs have no common form, so any text may be one.
 *
 * @throws BadInput when it is empty, or cannot stand in a URL
 */
export function callId(
	value: unknown,
	label = 'Call ID',
	advice = 'Give the callId that creating the call returned.',
): string {
	const isFraction = typeof value === 'number' && !Number.isInteger(value);
	const id = requiredText(value, label, advice);
	if (id === '.' || id === '..' || LONE_SURROGATE.test(id) || isFraction || isNoId(id)) {
		throw new BadInput(`${label} is not an ID that a provider gives.`, advice);
	}
	return id;
}

/** A call's ID as a part of a path. */
export function callIdInPath(id: string): string {
	return encodeURIComponent(id);
}
