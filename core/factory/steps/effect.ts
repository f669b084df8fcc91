import { type Effect, perform } from "#core/directives/perform.ts";
import type { Subject } from "#core/directives/records.ts";
import type { ToolResult } from "#core/directives/tool.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import type { WithPolicy } from "#core/factory/policy/policy.ts";
import { type OpenMission, requireGoing } from "#core/factory/steps/context.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";

/** The result of a step whose effect awaits a decision: the machine waits at a gate and then repeats the step. */
export interface Awaiting {
  readonly awaits: { readonly directive: string };
}

/**
 * Performs an effect of a mission, or returns the directive that awaits a decision. Throws like `perform`, and
 * Cancelled when a person requested cancellation before the dispatch.
 */
export async function performFor<A, R extends ToolResult, S>(
  services: WithStore & WithPolicy & S,
  mission: OpenMission,
  effect: Effect<A, R, S>,
): Promise<{ readonly result: R } | Awaiting> {
  const performed = await perform(services, missionSubject(mission), effect);
  return performed.state === "done"
    ? { result: performed.result }
    : { awaits: { directive: performed.directive } };
}

/** The mission as the subject of directives. */
export function missionSubject(mission: OpenMission): Subject {
  const { tenant, id } = mission.state;
  return {
    tenant,
    execution: id,
    append: mission.append,
    requireGoing: (state: unknown) => requireGoing(state as Mission),
  };
}
