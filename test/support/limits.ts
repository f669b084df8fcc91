import { setTimeout as sleep } from "node:timers/promises";
import { measurePace } from "../../scripts/test/pace.ts";

/**
 * Time limits of tests end what hangs and judge nothing: they are generous, grow with the pace of the machine that the
 * runner measured before the run, and are measured again before one is said to be over.
 */
const PACE = Number(process.env.GANTRY_TEST_PACE || 1);

/** Milliseconds on this machine for what takes at most so many seconds on an idle one. */
export const within = (seconds: number): number => Math.ceil(seconds * 1000 * PACE);

/** The same in whole seconds, as settings of the product take them. */
export const secondsWithin = (seconds: number): number => Math.ceil(within(seconds) / 1000);

/** A limit that starts now; `over` measures the machine again before it says yes. */
export function limit(seconds: number): { over(): boolean } {
  const begun = performance.now();
  let ms = within(seconds);
  return {
    over() {
      if (performance.now() - begun <= ms) return false;
      ms = Math.max(ms, seconds * 1000 * measurePace());
      return performance.now() - begun > ms;
    },
  };
}

/** The first value that is not undefined or false, looked for again and again. Throws when there is none in time. */
export async function until<T>(
  find: () => T | undefined | false | Promise<T | undefined | false>,
  { seconds = 60, what = `${find}` }: { readonly seconds?: number; readonly what?: string } = {},
): Promise<T> {
  for (const patience = limit(seconds); ; await sleep(10)) {
    const found = await find();
    if (found !== undefined && found !== false) return found;
    if (patience.over()) throw new Error(`did not happen within ${seconds} s of this machine: ${what}`);
  }
}
