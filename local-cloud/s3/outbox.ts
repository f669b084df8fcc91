import type { EventBridgeEvent } from "#local-cloud/eventbridge/event.ts";
import type { Store } from "./store.ts";

export type OnEvent = (event: EventBridgeEvent) => void | Promise<void>;

/**
 * Events are journaled together with their change and removed from the outbox after they were accepted, so
 * that each event is delivered at least once even if the process is killed.
 */
export interface Outbox {
  readonly enabled: boolean;
  /**
   * Delivers a journaled event when it is on the disk. If it is not accepted, it stays in the outbox and is
   * delivered again.
   */
  deliver(event: EventBridgeEvent): Promise<void>;
  close(): void;
}

const RETRY_MS = 1000;

export function createOutbox(store: Store, onEvent: OnEvent | undefined): Outbox {
  let closed = false;
  const timers = new Set<NodeJS.Timeout>();
  const offerLater = (event: EventBridgeEvent, delay: number) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      void deliver(event);
    }, delay);
    timers.add(timer.unref());
  };
  const deliver = async (event: EventBridgeEvent) => {
    if (closed || !onEvent) return;
    try {
      await store.settled();
      await onEvent(event);
      if (!closed) store.commit([{ type: "event-sent", id: event.id }]);
    } catch {
      if (!closed) offerLater(event, RETRY_MS);
    }
  };
  for (const event of store.state.events.values()) offerLater(event, 0);
  return {
    enabled: onEvent !== undefined,
    deliver,
    close: () => {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
