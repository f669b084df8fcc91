import { sameSecret } from "#core/identity/same-secret.ts";

/** The header by which the edge shows that a request has come through it. CloudFront replaces a viewer's own. */
export const ORIGIN_HEADER = "x-gantry-origin";

/** Name of the secret that holds the keys: an {@link OriginKeys} as JSON. */
export const ORIGIN_SECRET = "origin-key";

/** How long the key before stays valid: a change takes minutes to reach every edge, and may be taken back. */
const OVERLAP_MS = 24 * 3_600_000;

interface OriginKey {
  /** What the deployment calls it; another name is another key. */
  readonly name: string;
  readonly value: string;
}

/** The key that the edge sends, and the one it may still be sending. */
export interface OriginKeys {
  readonly current: OriginKey;
  /** `until` is an ISO time. */
  readonly previous?: OriginKey & { readonly until: string };
}

/**
 * The keys once `name` is the current one, `value` being its value if it is new. The key that was current stays valid
 * for a day. A name that is still known keeps its value, so that a deployment that is rolled back finds its own.
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

/** Whether a request with this header comes from the edge. Takes as long for a wrong key as for a right one. */
export function comesFromEdge(keys: OriginKeys, offered: string, now: number): boolean {
  const { current, previous } = keys;
  const live = [current.value, ...(previous && now < Date.parse(previous.until) ? [previous.value] : [])];
  return live.map((value) => sameSecret(value, offered)).includes(true);
}
