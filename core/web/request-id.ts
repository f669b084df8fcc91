/** Ids that are safe in headers and log lines: UUIDs, ULIDs, trace ids and those of CloudFront. */
const REQUEST_ID = /^[\w.=-]{8,128}$/;

/** The id of a request: the caller's, if it is valid, otherwise ours. */
export function requestIdOf(callers: string | undefined, ours: string): string {
  return callers !== undefined && REQUEST_ID.test(callers) ? callers : ours;
}
