/**
 * Milliseconds for all turns of a draft together. The limit of the step that drafts is longer, so that what has become of
 * the draft can be recorded.
 */
export const DRAFT_MS = 330_000;

/**
 * Milliseconds for one turn, so that one that hangs or is slow leaves time for others: half of the draft's. What is
 * complete when it is over is kept, and the next turn continues with the rest.
 */
export const TURN_MS = DRAFT_MS / 2;

/** Milliseconds without which no further turn begins: it would be paid for, and end before its first file. */
export const LEAST_TURN_MS = 15_000;
