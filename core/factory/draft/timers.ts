import { endOfBlock, type Span } from "#core/factory/draft/dead-code.ts";

/** Calls a function later. */
const LATER =
  /(?<![\w$.])(?:(?:window|globalThis)\s*\.\s*)?(?:setTimeout|setInterval|setImmediate|queueMicrotask|requestAnimationFrame|process\s*\.\s*nextTick)\s*\(/g;
const PROMISE = /\bnew\s+Promise\s*\(/g;
/** Tells a test that it may end. */
const ENDS =
  /(?<![\w$])(?:done|next|finish\w*|resolve\w*|reject\w*|(?:t|deferred)\s*\.\s*(?:end|resolve))\s*\(/i;
/** A clock that the test itself moves on. */
const OWN_CLOCK =
  /\b(?:useFakeTimers|advanceTimers\w*|run(?:All|OnlyPending)Timers\w*|mock\s*\.\s*timers|fakeTimers)\b/;

/** The functions that timers call after the test has ended, because nothing waits for them. */
export function unawaitedSpans(code: string): Span[] {
  if (OWN_CLOCK.test(code)) return [];
  const spansOf = (pattern: RegExp) =>
    [...code.matchAll(pattern)].map(({ 0: call, index }) => {
      const start = index + call.length;
      return { start, end: endOfBlock(code, start) };
    });
  const awaited = spansOf(PROMISE);
  return spansOf(LATER).filter(
    ({ start, end }) =>
      !ENDS.test(code.slice(start, end)) && !awaited.some((each) => each.start <= start && start < each.end),
  );
}
