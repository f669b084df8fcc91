import type { InvokeResult } from "./function.ts";
import type { InvocationQueue, Queued } from "./invocation-queue.ts";

/** Asynchronous invocations: queued, and attempted until one succeeds or all have failed. */
export interface AsyncInvoker {
  /** Queues an invocation; the queue contains it when the promise resolves. */
  start(name: string, event: unknown, requestId: string): Promise<void>;
  close(): void;
}

type Invoke = (name: string, event: unknown, options: { requestId: string }) => Promise<InvokeResult>;

interface Options {
  readonly queue: InvocationQueue;
  /** Pauses before each further attempt of a failing function, in milliseconds. */
  readonly pauses: readonly number[];
  /** When functions can be invoked. */
  readonly ready: Promise<void>;
}

/**
 * Invokes each function at least once, and again after each of the pauses while it fails, with the same request id, as
 * Lambda does. What the process leaves behind is resumed by the next one on the same queue.
 */
export function createAsyncInvoker(invoke: Invoke, { queue, pauses, ready }: Options): AsyncInvoker {
  const timers = new Set<NodeJS.Timeout>();
  let closed = false;
  const attempt = async (queued: Queued) => {
    await ready;
    const { id, name, event, failed } = queued;
    const result = await invoke(name, event, { requestId: id }).catch(() => ({ ok: false }) as const);
    if (closed) return;
    const pause = pauses[failed];
    if (result.ok || pause === undefined) return queue.remove(id);
    const again = { ...queued, failed: failed + 1 };
    // Without space for the count, a restart repeats an attempt.
    await queue.put(again).catch(() => {});
    schedule(again, pause);
  };
  const schedule = (queued: Queued, pause: number) => {
    if (closed) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      void attempt(queued);
    }, pause);
    timers.add(timer.unref());
  };
  for (const queued of queue.left) schedule(queued, pauses[queued.failed - 1] ?? 0);
  return {
    async start(name, event, id) {
      const queued = { id, name, event, failed: 0 };
      await queue.put(queued);
      schedule(queued, 0);
    },
    close() {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      queue.close();
    },
  };
}
