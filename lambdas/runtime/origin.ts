import { comesFromEdge, ORIGIN_HEADER, ORIGIN_SECRET, type OriginKeys } from "#core/identity/origin.ts";
import type { Secrets } from "#core/identity/secrets.ts";
import type { Clock } from "#core/kernel/clock.ts";
import { type Headers, headerOf } from "#lambdas/runtime/headers.ts";

/** Keys are read again after this, so that one that is no longer valid is forgotten. */
const KEPT_MS = 5 * 60_000;
/** A key that is not known may be new; but requests that bypass the edge must not use up the secrets' rate. */
const PAUSE_MS = 1_000;

type Parts = { readonly clock: Pick<Clock, "now">; readonly secrets: Secrets };

/** Tells requests that have come through the edge from those sent to an API's own address. */
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
