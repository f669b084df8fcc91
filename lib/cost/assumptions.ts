/**
 * What a template cannot say: how much lies in a factory that was used a little and is left alone. GB, and
 * generous: a mission leaves about 0.3 MB (see mission.ts), so this is several hundred missions.
 */
export const STORED_GB = {
  table: 0.1,
  /** Each bucket: artefacts and dependency layers, evidence, the web client, logs of the edge. */
  bucket: 0.5,
  /** All log groups together. */
  logs: 0.1,
  /** The builder's image, at the size its gate allows, in two versions. */
  image: 0.24,
  /** The functions' bundles in the bootstrap bucket, one browser among them, in two versions. */
  bundles: 0.25,
} as const;

/** An invocation that finds nothing to do: milliseconds, and bytes of its START, END and REPORT lines and one of its own. */
export const IDLE_INVOCATION = { milliseconds: 400, logBytes: 1_000 } as const;

/** Lambda keeps five long polls of 20 s open on a queue, whatever is in it. */
export const QUEUE_POLLS_PER_HOUR = 5 * 180;
