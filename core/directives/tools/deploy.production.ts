import { z } from "zod";
import type { Deployments } from "#core/directives/deployments.ts";
import type { ReadTool } from "#core/directives/tool.ts";

const input = z.strictObject({ project: z.string().min(1).max(100) });

interface Services {
  readonly deployments: Pick<Deployments, "currentProduction">;
}

/** The production deployment of a project and its URL; both null before the first. */
export const deployProductionTool: ReadTool<
  z.infer<typeof input>,
  { deployment: string | null; url: string | null },
  Services
> = {
  name: "deploy.production",
  input,
  kind: "read",
  risk: "low",
  async execute({ deployments }, { args: { project } }) {
    const live = await deployments.currentProduction(project);
    return { deployment: live?.id ?? null, url: live?.url ?? null };
  },
};
