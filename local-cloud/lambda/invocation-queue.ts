import { join } from "node:path";
import { isWorthRewriting, openJournal } from "#local-cloud/durable/journal.ts";

/** An asynchronous invocation that has not ended. */
export interface Queued {
  /** Its request id, which is the same for each attempt. */
  readonly id: string;
  /** Name of the function. */
  readonly name: string;
  readonly event: unknown;
  /** How many attempts have failed. */
  readonly failed: number;
}

type Line =
  | { readonly type: "due"; readonly invocation: Queued }
  | { readonly type: "done"; readonly id: string };

/** The asynchronous invocations that have not ended. */
export interface InvocationQueue {
  /** The invocations that an earlier process left. */
  readonly left: readonly Queued[];
  /** Adds or replaces an invocation; it survives a power cut when the promise resolves. */
  put(invocation: Queued): Promise<void>;
  remove(id: string): void;
  close(): void;
}

/** A queue that is lost with the process. */
export const memoryQueue = (): InvocationQueue => ({
  left: [],
  put: async () => {},
  remove: () => {},
  close: () => {},
});

/** Opens the queue of a data folder. */
export function openQueue(dir: string): InvocationQueue {
  const { journal, entries } = openJournal<Line>(
    join(dir, "invocations.jsonl"),
    "asynchronous invocations that have not ended are lost",
  );
  const pending = new Map<string, Queued>();
  for (const line of entries)
    if (line.type === "due") pending.set(line.invocation.id, line.invocation);
    else pending.delete(line.id);
  let lines = entries.length;
  const due = (invocation: Queued): Line => ({ type: "due", invocation });
  const append = (line: Line) => {
    journal.append(line);
    if (isWorthRewriting(++lines, pending.size) && journal.rewrite([...pending.values()].map(due)))
      lines = pending.size;
  };
  return {
    left: [...pending.values()],
    async put(invocation) {
      append(due(invocation));
      pending.set(invocation.id, invocation);
      await journal.settled();
    },
    remove(id) {
      pending.delete(id);
      try {
        append({ type: "done", id });
      } catch {} // On a full disk, the invocation is repeated after a restart.
    },
    close: () => journal.close(),
  };
}
