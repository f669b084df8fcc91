import { type Effect, perform } from "#core/directives/perform.ts";
import type { ToolResult } from "#core/directives/tool.ts";
import type { Mission } from "#core/factory/mission/mission.ts";
import type { WithPolicy } from "#core/factory/policy/policy.ts";
import { type OpenMission, requireGoing } from "#core/factory/steps/context.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { WithStore } from "#core/kernel/ledger/store.ts";

/**
 * Has one effect of a mission. Throws what `perform` throws, Cancelled when a person asked
 * to stop before it was dispatched, and IllegalTransition where the policy wants a person to
 * decide first: the mission's machine has no state that waits for that.
 */
export async function performFor<A, R extends ToolResult, S>(
  services: WithStore & WithPolicy & S,
  mission: OpenMission,
  effect: Effect<A, R, S>,
): Promise<R> {
  const { tenant, id } = mission.state;
  const subject = {
    tenant,
    execution: id,
    append: mission.append,
    requireGoing: (state: unknown) => requireGoing(state as Mission),
  };
  const performed = await perform(services, subject, effect);
  if (performed.state === "done") return performed.result;
  throw new GantryError(
    "IllegalTransition",
    `${effect.tool.name} awaits a decision; a mission cannot wait for it.`,
    {
      detail: { tool: effect.tool.name, directive: performed.directive },
    },
  );
}
