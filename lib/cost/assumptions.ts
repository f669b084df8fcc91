/**
 * Storage of an idle installation, which templates do not show. In GB, estimated high: a mission leaves about
 * 0.3 MB (see mission.ts), so this is several hundred missions.
 */
export const STORED_GB = {
  table: 0.1,
  /** Each bucket: artefacts and dependency layers, evidence, the web client, logs of the edge. */
  bucket: 0.5,
  /** All log groups together. */
  logs: 0.1,
  /** Two versions of the builder's image, at its size limit. */
  image: 0.24,
  /** Two versions of the functions' bundles in the bootstrap bucket, including the browser. */
  bundles: 0.25,
} as const;

/**
 * An invocation without work: milliseconds, and bytes of its START, END and REPORT lines and one line of its
 * own.
 */
export const IDLE_INVOCATION = { milliseconds: 400, logBytes: 1_000 } as const;

/** Lambda always keeps five long polls of 20 s open on a queue. */
export const QUEUE_POLLS_PER_HOUR = 5 * 180;
