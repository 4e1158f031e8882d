import type { IDataObject } from 'n8n-workflow';

/** A second between two lines of one kind: enough to notice, too little to fill a disk. */
export const INTERVAL = 1000;
const MAX_KINDS = 1000;

interface Kind {
	loggedAt: number;
	suppressed: number;
}

/** The kinds of lines of late, in the order in which they were last written. */
const kinds = new Map<string, Kind>();

/**
 * Thins out a flood of equal lines.
 *
 * @param node see {@link identityOf}
 * @param reason what is equal, besides the node
 * @param now milliseconds since the epoch
 * @param write writes the line; gets the number of lines left out since the last one, if any
 */
export function logAtMostOncePerSecond(
	node: string,
	reason: string,
	now: number,
	write: (suppressed: IDataObject) => void,
): void {
	const kind = `${node}/${reason}`;
	const known = kinds.get(kind);
	if (known && now - known.loggedAt < INTERVAL && now >= known.loggedAt) {
		known.suppressed += 1;
		return;
	}
	kinds.delete(kind);
	kinds.set(kind, { loggedAt: now, suppressed: 0 });
	if (kinds.size > MAX_KINDS) {
		const [oldest] = kinds.keys();
		kinds.delete(oldest);
	}
	write(known && known.suppressed > 0 ? { suppressed: known.suppressed } : {});
}

/** Drops what is known of a node's lines. */
export function forgetLines(node: string): void {
	for (const kind of kinds.keys()) {
		if (kind.startsWith(`${node}/`)) kinds.delete(kind);
	}
}
