import { Interrupted } from "./interrupt.ts";
import type { Json } from "./json.ts";
import type { Scope } from "./visit.ts";

type Child = Pick<Scope, "outer" | "variables" | "trail" | "signal">;

/**
 * Runs `count` children, at most `limit` at a time. The first error interrupts the others; it is rethrown
 * after they have ended. The outer trail continues from the child that finished last.
 */
export async function together(
  outer: Scope,
  count: number,
  limit: number,
  run: (index: number, child: Child) => Promise<Json>,
): Promise<Json[]> {
  const group = new AbortController();
  const signal = AbortSignal.any([outer.signal, group.signal]);
  const start = outer.trail.last;
  const outputs: Json[] = [];
  let next = 0;
  let last = start;
  let first: { error: unknown } | undefined;
  const worker = async () => {
    while (next < count && !signal.aborted) {
      const index = next++;
      const trail = { last: start };
      try {
        outputs[index] = await run(index, { outer, variables: {}, trail, signal });
        last = Math.max(last, trail.last);
      } catch (error) {
        first ??= { error };
        last = Math.max(last, trail.last);
        group.abort(new Interrupted("sibling"));
      }
    }
  };
  const workers = Math.min(count, limit);
  await Promise.all(Array.from({ length: workers }, worker));
  outer.trail.last = last;
  if (first) throw first.error;
  if (outer.signal.aborted) throw Interrupted.of(outer.signal);
  return outputs;
}
