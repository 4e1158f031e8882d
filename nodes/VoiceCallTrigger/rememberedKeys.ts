import type { IDataObject } from 'n8n-workflow';
import type { SeenKey } from './duplicateGuard';

/** How many keys survive a restart: static data is rewritten whole with each event. */
export const MAX_REMEMBERED_KEYS = 200;

const MEMBER = 'seenDeliveries';

/** What a node's static data remembers. */
export interface Remembered {
	/** `key@seconds` with blanks between: one string, which costs little to compare and to store. */
	written: string;
	/** Reads the keys. Those that are known already are left out before their time is read. */
	keys(isKnown?: (key: string) => boolean): SeenKey[];
}

/** Reads what a node's static data remembers; anything else than keys counts as none. */
export function readRemembered(staticData: IDataObject): Remembered {
	const found = staticData[MEMBER];
	const written = typeof found === 'string' ? found : '';
	return {
		written,
		keys(isKnown = () => false) {
			const keys: SeenKey[] = [];
			for (const entry of written.split(' ')) {
				const end = entry.indexOf('@');
				if (end < 1) continue;
				const key = entry.slice(0, end);
				if (isKnown(key)) continue;
				const seenAt = Number.parseInt(entry.slice(end + 1), 36) * 1000;
				if (Number.isSafeInteger(seenAt)) keys.push([key, seenAt]);
			}
			return keys;
		},
	};
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
