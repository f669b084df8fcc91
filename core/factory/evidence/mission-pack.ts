import { EVENTS_FILE } from "#core/evidence/files.ts";
import { chainOf, makePack } from "#core/evidence/pack.ts";
import type { Signer } from "#core/evidence/signer.ts";
import { CONSULTATION_FILE } from "#core/factory/evidence/files.ts";
import { MISSION_PREDICATE_TYPE, type MissionPredicate } from "#core/factory/evidence/mission-statement.ts";
import type { Signal } from "#core/kernel/ledger/signal.ts";

export interface MissionPackInput {
  readonly events: readonly Signal[];
  readonly consultation: readonly Signal[];
  /** Records by file name: plan, policy, draft, build record and log, acceptance report. */
  readonly records: Readonly<Record<string, Uint8Array>>;
  readonly predicate: Omit<MissionPredicate, "version" | "signal_format" | "events" | "consultation">;
}

/** Builds and signs the pack of a mission; see {@link makePack}. */
export function makeMissionPack(
  signer: Signer,
  { events, consultation, records, predicate }: MissionPackInput,
) {
  return makePack<MissionPredicate>(signer, {
    logs: { [EVENTS_FILE]: events, [CONSULTATION_FILE]: consultation },
    records,
    predicateType: MISSION_PREDICATE_TYPE,
    predicate: { ...predicate, events: chainOf(events), consultation: chainOf(consultation) },
  });
}
