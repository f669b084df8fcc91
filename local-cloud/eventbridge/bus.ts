import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { isWorthRewriting, openJournal } from "#local-cloud/durable/journal.ts";
import type { SignedService } from "#local-cloud/http.ts";
import { backoff, type Delivery, type Line, replay } from "./delivery.ts";
import type { EventBridgeEvent } from "./event.ts";
import { compilePattern, type Pattern } from "./pattern.ts";
import { createWire } from "./put-events.ts";
import { type Repeat, rateOf, repeat, scheduledEvent } from "./schedule.ts";

interface PatternRule {
  readonly name: string;
  readonly pattern: Pattern;
  readonly schedule?: undefined;
  /** Names of targets; each receives every matching event. */
  readonly targets: readonly string[];
}

/** A rule that sends an event to its targets at a rate, for the first time after the first interval. */
interface ScheduledRule {
  readonly name: string;
  /** Such as `rate(10 minutes)`. */
  readonly schedule: string;
  readonly pattern?: undefined;
  readonly targets: readonly string[];
}

type Rule = PatternRule | ScheduledRule;

type EventTarget = (event: EventBridgeEvent) => Promise<void>;

export interface BusOptions {
  /** Folder of the journal of deliveries and of `dead-letters.jsonl`. */
  readonly dir: string;
  readonly targets: Readonly<Record<string, EventTarget>>;
  readonly rules: readonly Rule[];
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** Timer for the rules with a schedule. */
  readonly every?: Repeat;
  readonly account?: string;
  readonly region?: string;
}

export interface Bus extends SignedService {
  /** Journals one delivery for each target of each matching rule; they are on the disk when it returns. */
  put(event: EventBridgeEvent): void;
}

/** A delivery whose retries all failed, as a line of `dead-letters.jsonl`. */
interface DeadLetter extends Delivery {
  readonly reason: string;
  readonly givenUpAt: number;
}

/** The limits of EventBridge's default retry policy. */
const MAX_ATTEMPTS = 185;
const MAX_AGE_MS = 24 * 3600 * 1000;

/**
 * An event bus: delivers events to the targets of the matching rules, at least once and in no particular
 * order. A target that throws is retried with increasing pauses for a day; then the event becomes a dead
 * letter. Deliveries that were not finished when the process ended are resumed.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: creates an object; its methods share the running deliveries.
export function createBus(options: BusOptions): Bus {
  const { dir, targets, rules, now = Date.now, account = "000000000000", region = "us-east-1" } = options;
  const { every = repeat } = options;
  const routes = rules.flatMap((rule) =>
    rule.pattern ? [{ rule, matches: compilePattern(rule.pattern) }] : [],
  );
  const schedules = rules.flatMap((rule) =>
    rule.schedule === undefined ? [] : [{ rule, ms: rateOf(rule.schedule) }],
  );
  checkTargets(rules, targets);
  const { journal, entries } = openJournal<Line[]>(
    join(dir, "deliveries.jsonl"),
    "events that were not delivered yet are lost",
  );
  const { journal: deadLetters } = openJournal<DeadLetter>(
    join(dir, "dead-letters.jsonl"),
    "the dead letters are lost",
  );
  const pending = replay(entries);
  const timers = new Map<string, NodeJS.Timeout>();
  let lines = entries.length;
  let closed = false;

  const record = (changes: Line[]) => {
    journal.append(changes);
    if (!isWorthRewriting(++lines, pending.size)) return;
    if (journal.rewrite([...pending.values()].map((delivery): Line[] => [{ type: "due", delivery }])))
      lines = pending.size;
  };
  /**
   * Records a result that only avoids a repetition: on a full disk, the delivery is repeated after a restart.
   */
  const note = (line: Line) => {
    try {
      record([line]);
    } catch {}
  };
  const finish = (delivery: Delivery) => {
    pending.delete(delivery.id);
    note({ type: "done", id: delivery.id });
  };
  const giveUp = (delivery: Delivery, reason: string) => {
    try {
      deadLetters.append({ ...delivery, reason, givenUpAt: now() });
      deadLetters.settle();
    } catch {
      return schedule(delivery, backoff(delivery.attempts));
    }
    finish(delivery);
  };
  const schedule = (delivery: Delivery, delay: number) => {
    timers.set(delivery.id, setTimeout(() => void attempt(delivery), delay).unref());
  };
  const attempt = async (delivery: Delivery) => {
    timers.delete(delivery.id);
    const target = targets[delivery.target];
    if (!target) return giveUp(delivery, `there is no target ${delivery.target} any more`);
    try {
      await target(delivery.event);
    } catch (error) {
      if (!closed) retry({ ...delivery, attempts: delivery.attempts + 1 }, error);
      return;
    }
    if (!closed) finish(delivery);
  };
  const retry = (delivery: Delivery, error: unknown) => {
    const delay = backoff(delivery.attempts);
    const late = now() + delay - delivery.since > MAX_AGE_MS;
    if (late || delivery.attempts >= MAX_ATTEMPTS) return giveUp(delivery, String(error));
    pending.set(delivery.id, delivery);
    note({ type: "failed", id: delivery.id, attempts: delivery.attempts });
    schedule(delivery, delay);
  };

  const put = (event: EventBridgeEvent) => {
    if (closed) throw new Error("the event bus is closed");
    deliver(
      event,
      routes.filter(({ matches }) => matches(event)).map(({ rule }) => rule),
    );
  };
  const deliver = (event: EventBridgeEvent, to: readonly Rule[]) => {
    const due = to.flatMap((rule) =>
      rule.targets.map((target): Delivery => {
        return { id: randomUUID(), rule: rule.name, target, event, since: now(), attempts: 0 };
      }),
    );
    if (due.length === 0) return;
    record(due.map((delivery) => ({ type: "due", delivery })));
    for (const delivery of due) pending.set(delivery.id, delivery);
    // The sender deletes the event next, in its own file, which may be on the disk earlier.
    journal.settle();
    for (const delivery of due) schedule(delivery, 0);
  };

  for (const delivery of pending.values()) schedule(delivery, 0);
  const stops = schedules.map(({ rule, ms }) =>
    every(ms, () => {
      try {
        deliver(scheduledEvent(rule.name, { account, region, now: now() }), [rule]);
      } catch (error) {
        console.error(`events: rule ${rule.name} skipped one event: ${(error as Error).message}`);
      }
    }),
  );
  return {
    put,
    handle: createWire({ put, now, account, region }),
    close: async () => {
      if (closed) return;
      closed = true;
      for (const stop of stops) stop();
      for (const timer of timers.values()) clearTimeout(timer);
      journal.close();
      deadLetters.close();
    },
  };
}

function checkTargets(rules: readonly Rule[], targets: BusOptions["targets"]): void {
  for (const { name, targets: wanted } of rules)
    for (const target of wanted)
      if (!Object.hasOwn(targets, target)) throw new Error(`rule ${name} names an unknown target ${target}`);
}
