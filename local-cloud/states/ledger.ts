import { Interrupted } from "./interrupt.ts";
import type { Json, JsonObject } from "./json.ts";
import { carriedOver } from "./redrive.ts";

/** One event of an execution's history, in the wire's own shape. */
export interface HistoryEvent {
  id: number;
  previousEventId: number;
  /** Epoch seconds. */
  timestamp: number;
  type: string;
  [details: `${string}EventDetails`]: JsonObject;
}

export interface EventDraft {
  type: string;
  details?: JsonObject;
}

/** The last event of a line of work; branches have their own. */
export interface Trail {
  last: number;
}

/** One journal line: a fact `v` under its key `k`, together with the events `e` that tell of it. */
export interface LedgerEntry {
  k: string;
  v: Json;
  e?: HistoryEvent[];
}

/**
 * What an execution has already decided, by key. The interpreter asks the ledger before it acts and writes before
 * it goes on, so running the machine again from its start over the same ledger resumes it where it was.
 * A fact and its events are one line: neither is ever there without the other.
 */
export interface Ledger {
  get(key: string, trail?: Trail): Json | undefined;
  put(key: string, value: Json, trail: Trail, ...events: EventDraft[]): void;
  events(): readonly HistoryEvent[];
  /** Resolves once everything that was put is on the disk. */
  settled(): Promise<void>;
  /** From here on nothing is recorded: whatever still runs is interrupted when it tries to. */
  seal(): void;
}

/** The fact that puts an ended execution back to work from where it failed. */
export const REDRIVE = "redrive";

export function createLedger(
  now: () => number,
  append: (entry: LedgerEntry) => void,
  entries: Iterable<LedgerEntry> = [],
  settled = async () => {},
): Ledger {
  let facts = new Map<string, { value: Json; last: number | undefined }>();
  const history: HistoryEvent[] = [];
  let sealed = false;
  const keep = (entry: LedgerEntry) => {
    if (entry.k === REDRIVE) facts = carriedOver(facts);
    facts.set(entry.k, { value: entry.v, last: entry.e?.at(-1)?.id });
    if (entry.e) history.push(...entry.e);
  };
  for (const entry of entries) keep(entry);
  return {
    get(key, trail) {
      const fact = facts.get(key);
      if (trail && fact?.last !== undefined) trail.last = fact.last;
      return fact?.value;
    },
    put(key, value, trail, ...drafts) {
      if (sealed) throw new Interrupted("ended");
      const events = number(drafts, history.length, trail, now() / 1000);
      const entry: LedgerEntry = { k: key, v: value, ...(events.length ? { e: events } : {}) };
      append(entry);
      keep(entry);
    },
    events: () => history,
    settled,
    seal: () => {
      sealed = true;
    },
  };
}

function number(drafts: EventDraft[], count: number, trail: Trail, timestamp: number): HistoryEvent[] {
  return drafts.map(({ type, details }, i) => {
    const event: HistoryEvent = {
      id: count + i + 1,
      previousEventId: trail.last,
      timestamp,
      type,
      ...(details ? { [detailsKey(type)]: details } : {}),
    };
    trail.last = event.id;
    return event;
  });
}

/** The member that carries an event's details: one for all kinds of state, else one per type. */
function detailsKey(type: string): `${string}EventDetails` {
  const shared = /State(Entered|Exited)$/.exec(type)?.[1];
  if (shared) return `state${shared}EventDetails`;
  return `${type[0]?.toLowerCase()}${type.slice(1)}EventDetails`;
}
