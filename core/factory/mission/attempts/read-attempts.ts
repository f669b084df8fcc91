import { allSignals } from "#core/evidence/root.ts";
import { type Attempt, attemptsOf, type RecordedAttempt } from "#core/factory/mission/attempts/attempt.ts";
import { findMission } from "#core/factory/mission/find.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import { missionRef } from "#core/factory/mission/missions.ts";
import { readAcceptanceReport } from "#core/factory/mission/read-acceptance-report.ts";
import type { MissionSignal } from "#core/factory/mission/signals.ts";
import type { Caller } from "#core/identity/caller.ts";
import type { WithArtifacts } from "#core/kernel/artifacts.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";

/** A mission with its attempts as its signals record them, oldest first. */
export interface RecordedAttempts {
  readonly mission: Mission;
  readonly attempts: readonly RecordedAttempt[];
}

/** The attempts of a mission with the results of their acceptances, oldest first. Throws NotFound. */
export async function readAttempts(
  services: WithLedger & WithArtifacts,
  caller: Pick<Caller, "tenant">,
  id: string,
): Promise<{ mission: Mission; attempts: Attempt[] }> {
  const { mission, attempts } = await recordedAttempts(services, caller, id);
  const whole = attempts.map(async (attempt) => ({
    ...attempt,
    acceptance: attempt.acceptance && {
      ...attempt.acceptance,
      ...(await readAcceptanceReport(services, caller.tenant, attempt.acceptance.report_sha256)),
    },
  }));
  return { mission, attempts: await Promise.all(whole) };
}

/** Throws NotFound for an unknown mission. */
export async function recordedAttempts(
  services: WithLedger,
  caller: Pick<Caller, "tenant">,
  id: string,
): Promise<RecordedAttempts> {
  const mission = await findMission(services, caller, id);
  const signals = await allSignals(services.ledger, missionRef(caller.tenant, mission.id));
  return { mission, attempts: attemptsOf(signals as unknown as MissionSignal[]) };
}

/** The attempt with this number; the newest without one. Throws NotFound. */
export function attemptNumbered(
  { mission, attempts }: RecordedAttempts,
  number: number | undefined,
): RecordedAttempt {
  const found = number === undefined ? attempts.at(-1) : attempts.find(({ attempt }) => attempt === number);
  if (found) return found;
  throw new GantryError(
    "NotFound",
    attempts.length === 0
      ? "The mission has no draft yet."
      : `attempt must be 1 to ${attempts.length}: the mission ${mission.id} has no other attempts.`,
    { field: number === undefined ? "id" : "attempt" },
  );
}
