import type { IDataObject } from 'n8n-workflow';
import type { SeenKey } from './guard';

/** How many keys survive a restart: static data is rewritten whole with each event. */
export const MAX_REMEMBERED_KEYS = 200;

const MEMBER = 'seenDeliveries';

/**
 * What a node's static data remembers: `writer key@seconds key@seconds ...`, one string, which costs
 * little to store.
 */
export interface Remembered {
	/** Who wrote it; empty where nothing is remembered. */
	writer: string;
	/** All of it, to tell whether it has changed. */
	written: string;
	/** Read from the string when they are asked for. */
	readonly keys: SeenKey[];
}

/** Reads what a node's static data remembers; anything else than keys counts as none. */
export function readRemembered(staticData: IDataObject): Remembered {
	const found = staticData[MEMBER];
	const written = typeof found === 'string' ? found : '';
	return {
		writer: written.slice(0, Math.max(0, written.indexOf(' '))),
		written,
		get keys() {
			const keys: SeenKey[] = [];
			for (const entry of written.split(' ')) {
				const end = entry.indexOf('@');
				if (end < 1) continue;
				const seenAt = Number.parseInt(entry.slice(end + 1), 36) * 1000;
				if (Number.isSafeInteger(seenAt)) keys.push([entry.slice(0, end), seenAt]);
			}
			return keys;
		},
	};
}

/** Each key as text, made once: with every event, all but one of them are written again. */
const texts = new WeakMap<SeenKey, string>();

function textOf(seen: SeenKey): string {
	const known = texts.get(seen);
	if (known !== undefined) return known;
	const [key, seenAt] = seen;
	const text = `${key}@${Math.floor(seenAt / 1000).toString(36)}`;
	texts.set(seen, text);
	return text;
}

/**
 * Writes keys into a node's static data, where n8n saves them once it has taken the delivery.
 *
 * @param writer who knows all of these keys; without blanks and `@`
 */
export function writeRemembered(
	staticData: IDataObject,
	writer: string,
	keys: readonly SeenKey[],
): void {
	let written = writer;
	for (const seen of keys.slice(-MAX_REMEMBERED_KEYS)) written += ` ${textOf(seen)}`;
	staticData[MEMBER] = written;
}
