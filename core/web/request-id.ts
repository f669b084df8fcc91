/** What can go into a header and a log line as it is: UUIDs, ULIDs, trace ids and CloudFront's own. */
const REQUEST_ID = /^[\w.=-]{8,128}$/;

/** A request's id: the caller's, if it is one, else ours. */
export function requestIdOf(callers: string | undefined, ours: string): string {
  return callers !== undefined && REQUEST_ID.test(callers) ? callers : ours;
}
