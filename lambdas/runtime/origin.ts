import { comesFromEdge, ORIGIN_HEADER, ORIGIN_SECRET, type OriginKeys } from "#core/identity/origin.ts";
import type { Secrets } from "#core/identity/secrets.ts";
import type { Clock } from "#core/kernel/clock.ts";
import { type Headers, headerOf } from "#lambdas/runtime/headers.ts";

/** Keys are read again after this time, so that a key that is no longer valid is dropped. */
const KEPT_MS = 5 * 60_000;
/**
 * Minimum time between reads for unknown keys, so that requests that bypass CloudFront cannot exhaust the API quota.
 */
const PAUSE_MS = 1_000;

type Parts = { readonly clock: Pick<Clock, "now">; readonly secrets: Secrets };

/** Returns a function that checks whether a request came through CloudFront, not directly to the API's endpoint. */
export function edgeCheck(services: () => Parts): (headers: Headers) => Promise<boolean> {
  let kept: { readonly keys: OriginKeys | undefined; readonly at: number } | undefined;

  async function read({ clock, secrets }: Parts): Promise<OriginKeys | undefined> {
    const text = await secrets.get(ORIGIN_SECRET, { fresh: true });
    const keys = text === undefined ? undefined : (JSON.parse(text) as OriginKeys);
    kept = { keys, at: clock.now() };
    return keys;
  }

  return async (headers) => {
    const offered = headerOf(headers, ORIGIN_HEADER);
    if (offered === undefined) return false;
    const parts = services();
    const now = parts.clock.now();
    const fits = (keys: OriginKeys | undefined) => keys !== undefined && comesFromEdge(keys, offered, now);
    if (kept && now - kept.at < KEPT_MS) {
      if (fits(kept.keys)) return true;
      if (now - kept.at < PAUSE_MS) return false;
    }
    return fits(await read(parts));
  };
}
