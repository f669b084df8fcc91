/**
 * Whether an `Accept` header accepts a media type (RFC 9110 section 12.5.1): the most specific matching range decides,
 * with a weight of 0 for "not acceptable". A missing header accepts everything.
 */
export function accepts(accept: string | undefined, mediaType: string): boolean {
  if (accept === undefined || accept.trim() === "") return true;
  const type = essenceOf(mediaType);
  const ranges = accept.split(",").map((part) => ({ range: essenceOf(part), refused: isZero(part) }));
  const chosen = [type, `${type.split("/")[0]}/*`, "*/*"]
    .map((range) => ranges.find((each) => each.range === range))
    .find((found) => found !== undefined);
  return chosen !== undefined && !chosen.refused;
}

/** The type without its parameters, in lower case. */
function essenceOf(mediaType: string): string {
  return (mediaType.split(";")[0] ?? "").trim().toLowerCase();
}

const isZero = (range: string) => /;\s*q\s*=\s*0(\.0*)?\s*(;|$)/i.test(range);
