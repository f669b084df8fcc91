import type { InvokeResult } from "./function.ts";

/**
 * Asynchronous invocations. They are kept in memory only: events that must survive a crash are sent through
 * the event bus.
 */
export interface AsyncInvoker {
  start(name: string, event: unknown, requestId: string): void;
  close(): void;
}

type Invoke = (name: string, event: unknown, options: { requestId: string }) => Promise<InvokeResult>;

/** Retries a failing function after each of the pauses, with the same request id, as Lambda does. */
export function createAsyncInvoker(invoke: Invoke, pauses: readonly number[]): AsyncInvoker {
  const timers = new Set<NodeJS.Timeout>();
  let closed = false;
  const attempt = async (name: string, event: unknown, requestId: string, tries: number) => {
    const result = await invoke(name, event, { requestId });
    const pause = pauses[tries];
    if (!result.ok && pause !== undefined) schedule(pause, name, event, requestId, tries + 1);
  };
  const schedule = (pause: number, name: string, event: unknown, requestId: string, tries: number) => {
    if (closed) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      void attempt(name, event, requestId, tries);
    }, pause);
    timers.add(timer.unref());
  };
  return {
    start: (name, event, requestId) => schedule(0, name, event, requestId, 0),
    close: () => {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
