/**
 * Whether an `Accept` header takes a media type (RFC 9110 section 12.5.1): the most specific range that fits decides,
 * by whether its weight is 0. No header takes everything.
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
