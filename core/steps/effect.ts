import { type Effect, perform } from "#core/directives/perform.ts";
import type { ToolResult } from "#core/directives/tool.ts";
import { GantryError } from "#core/errors.ts";
import type { Factory } from "#core/factory.ts";
import { missions } from "#core/mission/missions.ts";
import type { StepInput } from "#core/steps/context.ts";

/**
 * Has one effect of a mission. Throws what `perform` throws, and IllegalTransition where the policy wants a person to
 * decide first: the mission's machine has no state that waits for that.
 */
export async function performFor<A, R extends ToolResult, S>(
  services: Pick<Factory, "ledger" | "store" | "policy"> & S,
  { tenant, mission_id }: StepInput,
  effect: Effect<A, R, S>,
): Promise<R> {
  const subject = { tenant, execution: mission_id, projection: missions };
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
