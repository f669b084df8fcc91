import { sameSecret } from "#core/identity/same-secret.ts";

/** The header with which CloudFront proves that a request came through it. It overwrites a viewer's header. */
export const ORIGIN_HEADER = "x-gantry-origin";

/** Name of the secret with the keys: {@link OriginKeys} as JSON. */
export const ORIGIN_SECRET = "origin-key";

/** How long the previous key stays valid: a change takes minutes to reach all edge locations and may be rolled back. */
const OVERLAP_MS = 24 * 3_600_000;

interface OriginKey {
  /** The deployment's name for the key; a new name means a new key. */
  readonly name: string;
  readonly value: string;
}

/** The key that CloudFront sends, and the one that some edge locations may still send. */
export interface OriginKeys {
  readonly current: OriginKey;
  /** `until` is in ISO 8601. */
  readonly previous?: OriginKey & { readonly until: string };
}

/**
 * The keys after `name` has become the current one, with `value` if it is new. The previous key stays valid for a
 * day. A name that is still known keeps its value, so that a rolled-back deployment finds its own key.
 */
export function withCurrentKey(
  keys: OriginKeys | undefined,
  { name, value }: OriginKey,
  now: number,
): OriginKeys {
  if (keys === undefined) return { current: { name, value } };
  if (keys.current.name === name) return keys;
  const known = keys.previous?.name === name ? keys.previous.value : value;
  const until = new Date(now + OVERLAP_MS).toISOString();
  return { current: { name, value: known }, previous: { ...keys.current, until } };
}

/** Whether a request with this header value came through CloudFront. Takes the same time for right and wrong keys. */
export function comesFromEdge(keys: OriginKeys, offered: string, now: number): boolean {
  const { current, previous } = keys;
  const live = [current.value, ...(previous && now < Date.parse(previous.until) ? [previous.value] : [])];
  return live.map((value) => sameSecret(value, offered)).includes(true);
}
