import type { WithDeployments } from "#core/directives/deployments.ts";
import { lookAtLive, type Seen } from "#core/directives/live.ts";
import { deployPromoteTool } from "#core/directives/tools/deploy.promote.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import { missionSignal } from "#core/factory/mission/missions.ts";
import type { MissionFacts } from "#core/factory/mission/signals.ts";
import type { WithPolicies } from "#core/factory/policy/pin.ts";
import { type Project, projectRef } from "#core/factory/project/project.ts";
import {
  type OpenMission,
  openMission,
  policyOf,
  record,
  recordPhase,
  type StepInput,
} from "#core/factory/steps/context.ts";
import { type Awaiting, performFor } from "#core/factory/steps/effect.ts";
import type { WithClock } from "#core/kernel/clock.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithLedger } from "#core/kernel/ledger/ledger.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";

type Services = WithLedger & WithStore & WithPolicies & WithDeployments & WithClock;
type Checked = MissionFacts["gantry.deployment.checked"];

/** Longest pause before another try, in milliseconds: an alias takes some seconds to reach every edge. */
const PAUSE_MS = 5000;

/**
 * Checks that the live address shows the promoted deployment. If it does not, promotes the release before again; the
 * first release of a project has none, and stays. Idempotent: a recorded check is not repeated.
 */
export async function checkLive(services: Services, input: StepInput): Promise<Seen | Awaiting> {
  const opened = await openMission(services, input);
  opened.enter("DEPLOYING", opened.state.attempts);
  const check = opened.state.live_check ?? (await lookAndRecord(services, opened));
  if (check.passed) return { passed: true, reason: check.reason };
  const restored = await restoreBefore(services, opened);
  return "awaits" in restored ? restored : { passed: false, reason: sentence(check, restored) };
}

async function lookAndRecord(services: Services, opened: OpenMission): Promise<Checked> {
  const { project, url, promoted } = opened.state;
  if (!promoted || !url) throw new GantryError("IllegalTransition", "There is no live address to check.");
  await recordPhase(opened);
  const { verify_tries } = (await policyOf(services, opened.state)).missions;
  const { deployment } = promoted;
  const { tries, ...seen } = await lookRepeatedly(services, { project, deployment, url }, verify_tries);
  const check = { deployment, url, tries, ...seen };
  await record(opened, [missionSignal("gantry.deployment.checked", check)]);
  return check;
}

async function lookRepeatedly(
  { deployments, clock }: Services,
  live: Parameters<typeof lookAtLive>[1],
  most: number,
): Promise<Seen & { readonly tries: number }> {
  for (let tries = 1; ; tries++) {
    const seen = await lookAtLive(deployments, live);
    if (seen.passed || tries >= most) return { ...seen, tries };
    await clock.jitter(PAUSE_MS);
  }
}

/** What became of the release before: it is live again, there is none, or Vercel or the policy refused it. */
type Restored =
  | { readonly release: number }
  | { readonly none: true }
  | { readonly release: number; readonly refused: string };

async function restoreBefore(services: Services, opened: OpenMission): Promise<Restored | Awaiting> {
  const mission = opened.state;
  if (mission.restored) return mission.restored;
  const before = await releaseBefore(services, mission);
  if (!before) return { none: true };
  const { release, deployment } = before;
  const policy = await policyOf(services, mission);
  try {
    const performed = await performFor({ ...services, policy }, opened, {
      tool: deployPromoteTool,
      args: { project: mission.project, deployment },
      key: `${mission.id}-back-${deployment}`,
      facts: (result) => [missionSignal("gantry.deployment.restored", { ...result, release })],
    });
    return "awaits" in performed ? performed : { release };
  } catch (error) {
    if (!(error instanceof GantryError) || !REFUSALS.includes(error.code)) throw error;
    return { release, refused: error.message };
  }
}

const REFUSALS: readonly string[] = ["VercelRefused", "PolicyDenied", "IllegalTransition"];

/** The release that was live before this mission; undefined for the first release of a project. */
async function releaseBefore(
  { ledger }: WithLedger,
  { tenant, project: id, promoted }: Mission,
): Promise<{ release: number; deployment: string } | undefined> {
  const project = await ledger.load<Project>(projectRef(tenant, id));
  const { release, deployment } = project?.current ?? {};
  if (!release || !deployment || deployment === promoted?.deployment) return undefined;
  return { release, deployment };
}

function sentence({ reason, tries }: Checked, restored: Restored): string {
  const failed = `${reason} Tries: ${tries}.`;
  if ("none" in restored) return `${failed} There is no earlier release, so this one stays in production.`;
  return "refused" in restored
    ? `${failed} Release ${restored.release} could not be made live again: ${restored.refused}`
    : `${failed} Release ${restored.release} is live again.`;
}
