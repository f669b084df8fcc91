import { setTimeout as sleep } from "node:timers/promises";

/** Limits the rate of calls: starts one every `milliseconds`, in the order of arrival. */
export interface Pacer {
  key(): { schedule<T>(options: unknown, work: () => Promise<T>): Promise<T> };
}

export function pacer(milliseconds: number): Pacer {
  let next = 0;
  return {
    key: () => ({
      async schedule(_options, work) {
        const now = Date.now();
        const wait = Math.max(next - now, 0);
        next = now + wait + milliseconds;
        if (wait > 0) await sleep(wait);
        return work();
      },
    }),
  };
}
