import { type Slot, slotFile, slotsOf } from "#core/factory/architect/slots.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import { missionSignal } from "#core/factory/mission/missions.ts";
import { openMission, record, type StepInput } from "#core/factory/steps/context.ts";
import { loadManifest } from "#core/factory/steps/load-manifest.ts";
import type { WithArtifacts } from "#core/kernel/artifacts.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import { sentenceOf } from "#core/workflows/task-error.ts";

export interface LeaveOutInput extends StepInput {
  /** The attempt after which no repair is left. */
  readonly attempt: number;
  /** Why the app with the pages failed: a sentence, or the cause of a failed task. */
  readonly reason: string;
}

/**
 * Takes back the custom pages of a generated app that failed with them and could not be repaired: the next attempt builds
 * the app as it was generated, and its owner is told. Returns whether there was anything to leave out.
 */
export async function leaveOutPages(
  services: WithLedger & WithArtifacts,
  input: LeaveOutInput,
): Promise<{ left_out: boolean }> {
  const opened = await openMission(services, input);
  const mission = opened.state;
  const { generated_sha256, manifest_sha256, healed_attempt } = mission;
  if (generated_sha256 === undefined) return { left_out: false };
  if (generated_sha256 === manifest_sha256)
    return { left_out: mission.left_out !== undefined && healed_attempt === input.attempt };
  const pages = await writtenPages(services, mission);
  if (pages.length === 0) return { left_out: false };
  const names = pages.map(({ name }) => name).join(", ");
  opened.enter("HEALING", input.attempt);
  await record(opened, [
    missionSignal("gantry.heal.applied", {
      attempt: input.attempt,
      by: "rules",
      fixes: [`The app is built without the model's pages: ${names}.`],
      manifest_sha256: generated_sha256,
      left_out: `${names}: ${sentenceOf(input.reason)}`.slice(0, 500).toWellFormed(),
    }),
  ]);
  return { left_out: true };
}

/** The custom pages in the draft. A change has none: where it fails, the release before it stays live. */
async function writtenPages(services: WithArtifacts, mission: Mission): Promise<Slot[]> {
  const { specification, change } = mission.plan;
  if (change || specification?.kind !== "app") return [];
  const { files } = await loadManifest(services, mission);
  return slotsOf(specification).filter((slot) => files.some(({ path }) => path === slotFile(slot)));
}
