import type { IDataObject } from 'n8n-workflow';
import type { SeenKey } from './duplicateGuard';

/** How many keys survive a restart: static data is rewritten whole with each event. */
export const MAX_REMEMBERED_KEYS = 200;

const MEMBER = 'seenDeliveries';

/** What a node's static data remembers. */
export interface Remembered {
	/** `key@seconds` with blanks between: one string, which costs little to compare and to store. */
	written: string;
	/** Read from the string when they are asked for. */
	readonly keys: SeenKey[];
}

/** Reads what a node's static data remembers; anything else than keys counts as none. */
export function readRemembered(staticData: IDataObject): Remembered {
	const found = staticData[MEMBER];
	const written = typeof found === 'string' ? found : '';
	return {
		written,
		get keys() {
			return written === '' ? [] : written.split(' ').flatMap(toKey);
		},
	};
}

function toKey(entry: string): SeenKey[] {
	const [key, seconds] = entry.split('@');
	const seenAt = Number.parseInt(seconds, 36) * 1000;
	return key !== '' && Number.isSafeInteger(seenAt) ? [[key, seenAt]] : [];
}

/**
 * Writes keys into a node's static data, where n8n saves them once it has taken the delivery.
 *
 * @returns what was written
 */
export function writeRemembered(staticData: IDataObject, keys: readonly SeenKey[]): string {
	const written = keys
		.slice(-MAX_REMEMBERED_KEYS)
		.map(([key, seenAt]) => `${key}@${Math.floor(seenAt / 1000).toString(36)}`)
		.join(' ');
	staticData[MEMBER] = written;
	return written;
}
