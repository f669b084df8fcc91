import type { DeliveryServices, Observer } from "#core/delivery/handler.ts";
import type { Measure } from "#core/delivery/measure.ts";
import { relay } from "#core/delivery/relay.ts";
import type { WithTurns } from "#core/factory/conversation/turns.ts";
import { missionRef } from "#core/factory/mission/missions.ts";
import type { WithPolicies } from "#core/factory/policy/pin.ts";
import type { AggregateRef } from "#core/kernel/keys.ts";
import { aggregatePk } from "#core/kernel/keys.ts";
import { type Amendment, type OutboxEntry, readAmendment, readEntry } from "#core/kernel/ledger/outbox.ts";
import { sequenceOf } from "#core/kernel/ledger/signal-v1.ts";
import { SUBSCRIBERS } from "#core/registry/subscribers.ts";
import type { WithSealer } from "#core/workflows/inline/sealer.ts";
import type { World } from "#test/support/memory-world.ts";

/** What operators saw, in the order they saw it. */
export interface RecordingObserver extends Observer {
  readonly measures: Measure[];
  readonly lines: { readonly message: string; readonly fields: Readonly<Record<string, unknown>> }[];
  /** The handlers that failed. */
  readonly failures: string[];
}

export function observer(): RecordingObserver {
  const seen: RecordingObserver = {
    measures: [],
    lines: [],
    failures: [],
    around: async ({ handler }, work) => {
      try {
        await work();
      } catch (error) {
        seen.failures.push(handler.name);
        throw error;
      }
    },
    log: (_, message, fields) => void seen.lines.push({ message, fields }),
    emit: (measures) => void seen.measures.push(...measures),
  };
  return seen;
}

/** An aggregate's signals as the table's stream brings them. */
export function entriesOf(
  { store }: Pick<World, "store">,
  ref: AggregateRef = missionRef("tn_1", "m_1"),
): OutboxEntry[] {
  const pk = aggregatePk(ref);
  return store
    .items()
    .filter((item) => item.pk === pk && item.sk.startsWith("E#"))
    .map(readEntry);
}

/** What the stream brings of a state that was amended. */
export function amendmentsOf({ store }: Pick<World, "store">, ref = missionRef("tn_1", "m_1")): Amendment[] {
  const pk = aggregatePk(ref);
  return store
    .items()
    .filter((item) => item.pk === pk && item.sk.startsWith("A#"))
    .map(readAmendment);
}

/** Delivers a batch and returns the names of what failed: aggregate and sequence. */
export async function deliver(
  services: DeliveryServices & WithPolicies & WithSealer & WithTurns,
  batch: readonly (OutboxEntry | Amendment)[],
  seen: Observer = observer(),
): Promise<string[]> {
  const failed = await relay(services, SUBSCRIBERS, batch, seen);
  return [...failed].map((entry) => {
    const { source } = "signal" in entry ? entry.signal : entry;
    return `${source.split("/").at(-1)} ${"signal" in entry ? sequenceOf(entry.signal) : entry.sequence}`;
  });
}

/** What was posted to a socket, parsed. */
export const hintsTo = ({ push }: Pick<World, "push">, socket: string) =>
  push.posted.filter(({ connection }) => connection === socket).map(({ message }) => JSON.parse(message));
