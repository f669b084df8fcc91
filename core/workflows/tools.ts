import type { WithDeployments } from "#core/directives/deployments.ts";
import type { WithOutputs } from "#core/directives/outputs.ts";
import { skillTool, type WithSkills } from "#core/directives/skill.ts";
import type { EffectTool, ReadTool, ToolResult } from "#core/directives/tool.ts";
import { deployLiveTool } from "#core/directives/tools/deploy.live.ts";
import { deployProductionTool } from "#core/directives/tools/deploy.production.ts";
import { deployPromoteTool } from "#core/directives/tools/deploy.promote.ts";
import { deployReadyTool } from "#core/directives/tools/deploy.ready.ts";
import { deployRemoveTool } from "#core/directives/tools/deploy.remove.ts";
import { deployRestoreTool } from "#core/directives/tools/deploy.restore.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { ownValue } from "#core/kernel/own-value.ts";

/** The services of a workflow's tools. */
export type ToolServices = WithDeployments & WithOutputs & WithSkills;

export type AnyRead = ReadTool<unknown, ToolResult, ToolServices>;
export type AnyEffect = EffectTool<unknown, ToolResult, ToolServices>;

/** Tools that a data-defined workflow may call: they need only their arguments. */
const WORKFLOW_TOOLS = {
  "deploy.live": deployLiveTool,
  "deploy.production": deployProductionTool,
  "deploy.promote": deployPromoteTool,
  "deploy.ready": deployReadyTool,
  "deploy.remove": deployRemoveTool,
  "deploy.restore": deployRestoreTool,
} as const;

const SKILL = "skill.";

/** The read tool with this name, which can be a skill. Throws InvalidInput when there is none. */
export async function readTool({ skills }: WithSkills, name: string): Promise<AnyRead> {
  const tool = ownValue(WORKFLOW_TOOLS, name);
  if (tool?.kind === "read") return tool as unknown as AnyRead;
  const skill = name.startsWith(SKILL) ? (await skills()).get(name.slice(SKILL.length)) : undefined;
  if (skill) return skillTool(skill);
  throw new GantryError("InvalidInput", `There is no read tool '${name}'.`);
}

/** The effect tool with this name. Throws InvalidInput when there is none. */
export function effectTool(name: string): AnyEffect {
  const tool = ownValue(WORKFLOW_TOOLS, name);
  if (tool?.kind === "effect") return tool as unknown as AnyEffect;
  throw new GantryError("InvalidInput", `There is no effect tool '${name}'.`);
}
