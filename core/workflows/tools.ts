import type { WithDeployments } from "#core/directives/deployments.ts";
import type { EffectTool, ReadTool, ToolResult } from "#core/directives/tool.ts";
import { deployProductionTool } from "#core/directives/tools/deploy.production.ts";
import { deployPromoteTool } from "#core/directives/tools/deploy.promote.ts";
import { deployReadyTool } from "#core/directives/tools/deploy.ready.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { ownValue } from "#core/kernel/own-value.ts";

/** What a workflow's tools work with. */
export type ToolServices = WithDeployments;

export type AnyRead = ReadTool<unknown, ToolResult, ToolServices>;
export type AnyEffect = EffectTool<unknown, ToolResult, ToolServices>;

/** Tools that a workflow which is data may call: all they need are their arguments. */
const WORKFLOW_TOOLS = {
  "deploy.production": deployProductionTool,
  "deploy.promote": deployPromoteTool,
  "deploy.ready": deployReadyTool,
} as const;

/** The tool of a step that looks something up. Throws InvalidInput where there is none. */
export function readTool(name: string): AnyRead {
  const tool = ownValue(WORKFLOW_TOOLS, name);
  if (tool?.kind === "read") return tool as unknown as AnyRead;
  throw new GantryError("InvalidInput", `There is no tool '${name}' that looks something up.`);
}

/** The tool of a step that has an effect. Throws InvalidInput where there is none. */
export function effectTool(name: string): AnyEffect {
  const tool = ownValue(WORKFLOW_TOOLS, name);
  if (tool?.kind === "effect") return tool as unknown as AnyEffect;
  throw new GantryError("InvalidInput", `There is no tool '${name}' that has an effect.`);
}
