import { Interrupted } from "./interrupt.ts";
import type { Json, JsonObject } from "./json.ts";
import { carriedOver } from "./redrive.ts";

/** One event of an execution's history, in the format of the API. */
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

/** The last event of a sequence; branches have their own. */
export interface Trail {
  last: number;
}

/** One journal line: a fact `v` under its key `k`, with its history events `e`. */
export interface LedgerEntry {
  k: string;
  v: Json;
  e?: HistoryEvent[];
}

/**
 * The decisions of an execution, by key. The interpreter reads the ledger before it acts and writes to it
 * before it continues, so running the machine again from its start with the same ledger resumes it. A fact
 * and its events are one line, so neither exists without the other.
 */
export interface Ledger {
  get(key: string, trail?: Trail): Json | undefined;
  put(key: string, value: Json, trail: Trail, ...events: EventDraft[]): void;
  events(): readonly HistoryEvent[];
  /** Resolves when everything put so far is on the disk. */
  settled(): Promise<void>;
  /** Prevents further records: a running state is interrupted when it tries to record. */
  seal(): void;
}

/** The fact that restarts a failed execution from the point of its failure. */
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

/** Returns the member with an event's details: one for all kinds of state, otherwise one per type. */
function detailsKey(type: string): `${string}EventDetails` {
  const shared = /State(Entered|Exited)$/.exec(type)?.[1];
  if (shared) return `state${shared}EventDetails`;
  return `${type[0]?.toLowerCase()}${type.slice(1)}EventDetails`;
}
