import { Interrupted } from "./interrupt.ts";

/**
 * Calls `run` at `time` (epoch milliseconds), or immediately if it has passed. Returns a function that
 * cancels it.
 */
export interface Timers {
  at(time: number, run: () => void): () => void;
}

export interface Clock extends Timers {
  now(): number;
}

/** setTimeout overflows after 24.8 days; longer waits are split. */
const LONGEST = 2 ** 31 - 1;

export function systemTimers(now: () => number): Timers {
  return {
    at(time, run) {
      let handle: NodeJS.Timeout;
      const arm = () => {
        const left = time - now();
        handle = left > LONGEST ? setTimeout(arm, LONGEST) : setTimeout(run, Math.max(0, left));
      };
      arm();
      return () => clearTimeout(handle);
    },
  };
}

/** Resolves at `time`; rejects with the signal's Interrupted when it is aborted first. */
export function until(clock: Clock, time: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(Interrupted.of(signal));
    const cancel = clock.at(time, () => {
      signal.removeEventListener("abort", stop);
      resolve();
    });
    const stop = () => {
      cancel();
      reject(Interrupted.of(signal));
    };
    signal.addEventListener("abort", stop, { once: true });
  });
}
