/** The clock of all conformance tests, in milliseconds; not on a full second, on purpose. */
export const NOW = 1_764_000_000_250;
/** The same in Unix seconds, as senders write it. */
export const NOW_SECONDS = 1_764_000_000;
/** How far a timestamp may be from now, both ways. */
export const TOLERANCE_SECONDS = 300;
