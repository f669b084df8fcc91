import type { Clock } from "#core/kernel/clock.ts";

/**
 * Caches the result of `ask` for `found` seconds, and its error for `failed` seconds. Concurrent callers share one
 * call.
 */
export function kept<T>(
  clock: Pick<Clock, "now">,
  seconds: { readonly found: number; readonly failed: number },
  ask: () => Promise<T>,
): () => Promise<T> {
  let answer: Promise<T> | undefined;
  let until = 0;
  return () => {
    if (answer && clock.now() < until) return answer;
    until = Number.POSITIVE_INFINITY;
    const asked = ask();
    const keepFor = (time: number) => () => {
      until = clock.now() + time * 1000;
    };
    asked.then(keepFor(seconds.found), keepFor(seconds.failed));
    answer = asked;
    return asked;
  };
}
